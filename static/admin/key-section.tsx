import { Button, Heading, HelperMessage, Inline, Label, SectionMessage, Stack, Text, Textfield } from '@forge/react';

import type { SiteStatus } from './admin-state';
import { messages } from './messages';

type Props = {
  readonly keys: SiteStatus['keys'];
  readonly secret: string | undefined;
  readonly isBusy: boolean;
  readonly onCreate: () => void;
  readonly onRevoke: (keyId: string) => void;
  readonly onDismiss: () => void;
};

/** The keys there are, and the secret of a new one until it is dismissed. */
export const KeySection = ({ keys, secret, isBusy, onCreate, onRevoke, onDismiss }: Props) => (
  <Stack space="space.100">
    <Heading as="h3">{messages.keyTitle}</Heading>
    {keys.length === 0 && <Text>{messages.keyMissing}</Text>}
    {keys.map((key) => (
      <Inline key={key.id} space="space.100" alignBlock="center">
        <Text>{messages.keyPresent(key)}</Text>
        <Button
          isDisabled={isBusy}
          onClick={() => {
            onRevoke(key.id);
          }}
        >
          {messages.keyRevoke(key.id)}
        </Button>
      </Inline>
    ))}
    {secret === undefined ? (
      <>
        <Button isDisabled={isBusy} onClick={onCreate}>
          {messages.keyCreate}
        </Button>
        {keys.length > 0 && <HelperMessage>{messages.keyWarning}</HelperMessage>}
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
