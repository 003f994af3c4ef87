import { SectionMessage, SectionMessageAction, Text } from '@forge/react';

import type { MessageKey } from '../i18n/message-key';
import { useMessages } from '../i18n/use-messages';
import { isUnsure, toFailureKey, type Failure } from './failure';

type Props = {
  readonly failure: Failure;
  /** Names what failed; unless given, that nothing was changed, or that this is not known. */
  readonly title?: MessageKey;
  /** What to do about it, besides trying again. */
  readonly help?: MessageKey | undefined;
  readonly onRetry?: (() => void) | undefined;
};

/** Says that something failed, and why. With `onRetry` it offers to try again. */
export const FailureMessage = ({ failure, title = toTitle(failure), help, onRetry }: Props) => {
  const { say } = useMessages();
  return (
    <SectionMessage
      appearance="error"
      title={say(title)}
      actions={onRetry ? [<SectionMessageAction onClick={onRetry}>{say('common.retry')}</SectionMessageAction>] : []}
    >
      <Text>{say(toFailureKey(failure))}</Text>
      {help !== undefined && <Text>{say(help)}</Text>}
    </SectionMessage>
  );
};

const toTitle = (failure: Failure): MessageKey => (isUnsure(failure) ? 'common.unsureTitle' : 'common.failedTitle');
