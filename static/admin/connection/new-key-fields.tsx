import {
  Button,
  HelperMessage,
  Label,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  SectionMessage,
  Stack,
  Text,
  TextArea,
  Textfield,
} from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import type { NewKey } from './is-created-key';
import { toSnippet } from './to-snippet';

type Props = { readonly created: NewKey; readonly url: string | undefined; readonly onDone: () => void };

/** The secret, alone and with everything else that Promptless needs: both only to be read and copied. */
export const NewKeyFields = ({ created, url, onDone }: Props) => {
  const { say, day } = useMessages();
  const { id, secret, expiresAt } = created;
  return (
    <>
      <ModalHeader>
        <ModalTitle>{say('admin.newTitle')}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.150">
          <SectionMessage appearance="warning">
            <Text>{say('admin.newWarning')}</Text>
            <Text>{say('admin.newExpires', { day: day(expiresAt) })}</Text>
          </SectionMessage>
          <Stack space="space.050">
            <Label labelFor="secret">{say('admin.newSecret', { id })}</Label>
            <Textfield id="secret" value={secret} isReadOnly isMonospaced autoFocus />
            <HelperMessage>{say('admin.newSecretHelp')}</HelperMessage>
          </Stack>
          <Stack space="space.050">
            <Label labelFor="new-snippet">{say('admin.newSnippet')}</Label>
            <TextArea
              id="new-snippet"
              value={toSnippet({ url, keyId: id, secret })}
              minimumRows={4}
              isReadOnly
              isMonospaced
            />
          </Stack>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="primary" onClick={onDone}>
          {say('admin.newDone')}
        </Button>
      </ModalFooter>
    </>
  );
};
