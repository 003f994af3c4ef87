import { SectionMessage, Text } from '@forge/react';

import type { AdminKey } from '../../../src/contract/administration-api';
import { useMessages } from '../../i18n/use-messages';

/** Says which keys will soon sign nothing any more. */
export const ExpiryWarnings = ({ keys }: { readonly keys: readonly AdminKey[] }) => {
  const { say, day } = useMessages();
  const ending = keys.filter(({ expiresSoon }) => expiresSoon);
  if (ending.length === 0) return null;
  return (
    <SectionMessage appearance="warning" title={say('admin.keyExpiryTitle')}>
      {ending.map(({ id, expiresAt }) => (
        <Text key={id}>{say('admin.keyExpiryBody', { id, day: day(expiresAt) })}</Text>
      ))}
    </SectionMessage>
  );
};
