import { Heading, List, ListItem, Stack, Text } from '@forge/react';

import type { LeftOutPage } from '../../../src/contract/space-settings-api';
import { useMessages } from '../../i18n/use-messages';
import { PageLink } from './page-link';

/** Pages that the viewer finds and Promptless does not get, each with the reason. */
export const LeftOut = ({ pages }: { readonly pages: readonly LeftOutPage[] }) => {
  const { say } = useMessages();
  return (
    <Stack space="space.100">
      <Heading as="h3" size="small">
        {say('spaceSettings.leftTitle')}
      </Heading>
      <Text>{say(pages.length === 0 ? 'spaceSettings.leftNone' : 'spaceSettings.leftIntro')}</Text>
      {pages.length > 0 && (
        <List type="unordered">
          {pages.map(({ id, title, url, reason, label = '' }) => (
            <ListItem key={id}>
              <PageLink url={url} text={title} />
              {`: ${say(`spaceSettings.left-${reason}`, { label })}`}
            </ListItem>
          ))}
        </List>
      )}
    </Stack>
  );
};
