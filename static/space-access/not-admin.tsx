import { Inline, SectionMessage, Stack, Text, User } from '@forge/react';

import { useMessages } from '../i18n/use-messages';

/** Why nothing can be changed here by whoever does not administer the space, and whom they may ask. */
export const NotAdmin = ({ ownerAccountId }: { readonly ownerAccountId?: string | undefined }) => {
  const { say } = useMessages();
  return (
    <SectionMessage appearance="information" title={say('access.notAdminTitle')}>
      <Stack space="space.050">
        <Text>{say('refusal.not-space-admin')}</Text>
        {ownerAccountId === undefined ? (
          <Text>{say('access.askAdmins')}</Text>
        ) : (
          <Inline space="space.050" alignBlock="center" shouldWrap>
            <Text>{say('access.askOwner')}</Text>
            <User accountId={ownerAccountId} />
          </Inline>
        )}
      </Stack>
    </SectionMessage>
  );
};
