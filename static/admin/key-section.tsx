import { Button, Heading, HelperMessage, Label, SectionMessage, Stack, Text, Textfield } from '@forge/react';

import type { SiteStatus } from './admin-state';
import { messages } from './messages';

type Props = {
  readonly current: SiteStatus['key'];
  readonly secret: string | undefined;
  readonly isBusy: boolean;
  readonly onCreate: () => void;
  readonly onDismiss: () => void;
};

/** When the key was made, and the secret of a new one until it is dismissed. */
export const KeySection = ({ current, secret, isBusy, onCreate, onDismiss }: Props) => (
  <Stack space="space.100">
    <Heading as="h3">{messages.keyTitle}</Heading>
    <Text>{current ? messages.keyPresent(current.createdAt, current.expiresAt) : messages.keyMissing}</Text>
    {secret === undefined ? (
      <>
        <Button isDisabled={isBusy} onClick={onCreate}>
          {messages.keyCreate}
        </Button>
        {current && <HelperMessage>{messages.keyWarning}</HelperMessage>}
      </>
    ) : (
      <>
        <SectionMessage appearance="warning" title={messages.keyCreatedTitle}>
          <Text>{messages.keyCreated}</Text>
        </SectionMessage>
        <Label labelFor="secret">{messages.keyLabel}</Label>
        <Textfield id="secret" value={secret} isReadOnly isMonospaced />
        <Button onClick={onDismiss}>{messages.keyDismiss}</Button>
      </>
    )}
  </Stack>
);
