import { Button, Heading, HelperMessage, Inline, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { RevokeKey } from '../../../src/contract/administration-api';
import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import type { PanelProps } from '../panel-props';
import { activeKeys } from '../site/active-keys';
import { CreateKeyModal } from './create-key-modal';
import { ExpiryWarnings } from './expiry-warnings';
import { KeysTable } from './keys-table';
import { RevokeKeyModal } from './revoke-key-modal';
import { RotationSteps } from './rotation-steps';
import { useKeyCreation } from './use-key-creation';

const MAX_ACTIVE_KEYS = 2;

/** The keys there are, and how they are made, replaced and revoked. */
export const KeysSection = ({ site, status, change }: PanelProps) => {
  const { say } = useMessages();
  const creation = useKeyCreation(site.refresh);
  const [revoking, setRevoking] = useState<string>();
  const { keys, webTriggerUrl } = status;
  const active = activeKeys(keys, Date.now());
  const isFull = active.length >= MAX_ACTIVE_KEYS;
  const revoked = keys.find(({ id }) => id === revoking);
  const revoke = (keyId: string): void => {
    setRevoking(undefined);
    void site.change('keys', { functionKey: 'revokeKey', payload: { keyId } satisfies RevokeKey });
  };
  return (
    <Stack space="space.150">
      <Heading as="h3">{say('admin.keysTitle')}</Heading>
      <ExpiryWarnings keys={active} />
      {keys.length === 0 ? (
        <Text>{say('admin.keysNone')}</Text>
      ) : (
        <KeysTable keys={keys} active={active} isBusy={change.kind === 'saving'} onRevoke={setRevoking} />
      )}
      {change.kind === 'failed' && change.part === 'keys' && <FailureMessage failure={change.failure} />}
      <Inline>
        <Button
          appearance={active.length === 0 ? 'primary' : 'default'}
          isDisabled={isFull || change.kind === 'saving'}
          onClick={creation.open}
        >
          {say('admin.keyCreate')}
        </Button>
      </Inline>
      {isFull && <HelperMessage>{say('admin.keyTwoActive')}</HelperMessage>}
      {active.length > 0 && <RotationSteps />}
      <CreateKeyModal creation={creation} url={webTriggerUrl} />
      {revoked && (
        <RevokeKeyModal
          revoked={revoked}
          others={active.filter(({ id }) => id !== revoked.id)}
          onCancel={() => {
            setRevoking(undefined);
          }}
          onConfirm={() => {
            revoke(revoked.id);
          }}
        />
      )}
    </Stack>
  );
};
