import { Modal, ModalTransition } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { ChooseExpiry } from './choose-expiry';
import { NewKeyFields } from './new-key-fields';
import type { KeyCreation } from './use-key-creation';

type Props = { readonly creation: KeyCreation; readonly url: string | undefined };

/** First how long the key lives, then the secret: that step ends with its button only, lest a stray click loses the secret. */
export const CreateKeyModal = ({ creation, url }: Props) => {
  const { say } = useMessages();
  const { state, create, cancel, finish } = creation;
  if (state.kind === 'closed') return null;
  return (
    <ModalTransition>
      {state.kind === 'created' ? (
        <Modal label={say('admin.newTitle')} width="large">
          <NewKeyFields created={state.created} url={url} onDone={finish} />
        </Modal>
      ) : (
        <Modal label={say('admin.createTitle')} onClose={cancel}>
          <ChooseExpiry
            isCreating={state.kind === 'creating'}
            failure={state.kind === 'failed' ? state.failure : undefined}
            onCreate={create}
            onCancel={cancel}
          />
        </Modal>
      )}
    </ModalTransition>
  );
};
