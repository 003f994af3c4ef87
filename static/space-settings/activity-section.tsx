import { Heading, Stack, Text } from '@forge/react';

import type { SpaceDetails } from '../../src/contract/space-settings-api';
import { useMessages } from '../i18n/use-messages';
import { SearchesByDay } from '../searches/searches-by-day';

/** How often searches returned something of the space lately: counts only, there is nothing else to show. */
export const ActivitySection = ({ activity }: { readonly activity: SpaceDetails['activity'] | undefined }) => {
  const { say } = useMessages();
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {say('spaceSettings.activityTitle')}
      </Heading>
      <Text>{say('spaceSettings.activityIntro')}</Text>
      {activity === undefined ? (
        <Text>{say('spaceSettings.activityUnreadable')}</Text>
      ) : (
        <SearchesByDay days={activity} />
      )}
    </Stack>
  );
};
