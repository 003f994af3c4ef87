import { Heading, SectionMessage, Stack, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { activeKeys } from './active-keys';
import type { SiteStatus } from './site-state';

/** How the site stands, in one sentence; that it is paused, nobody can miss. */
export const StatusSentence = ({ status }: { readonly status: SiteStatus }) => {
  const { say, count } = useMessages();
  const { paused, spacesOptedIn, keys } = status;
  const spaces = spacesOptedIn === 0 ? say('admin.statusNoSpace') : count('admin.statusOpen', spacesOptedIn);
  const hindrance = paused ? 'admin.statusPaused' : 'admin.statusNoKey';
  const canAsk = !paused && activeKeys(keys, Date.now()).length > 0;
  return (
    <Stack space="space.100">
      <Heading as="h2" size="medium">
        {canAsk ? spaces : `${say(hindrance)} ${spaces}`}
      </Heading>
      {paused && (
        <SectionMessage appearance="warning" title={say('admin.pausedTitle')}>
          <Text>{say('admin.pausedBody')}</Text>
        </SectionMessage>
      )}
    </Stack>
  );
};
