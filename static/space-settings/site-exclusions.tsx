import { Heading, List, ListItem, Stack, Text } from '@forge/react';

import type { SpaceExclusions } from '../../src/contract/settings-api';
import { findPages } from '../exclusions/find-pages';
import { usePageNames } from '../exclusions/use-page-names';
import { useMessages } from '../i18n/use-messages';

/** What Confluence administrators keep closed in every space. Pages of other spaces have no title here. */
export const SiteExclusions = ({ exclusions }: { readonly exclusions: SpaceExclusions }) => {
  const { say, count } = useMessages();
  const { names } = usePageNames(exclusions.trees, findPages);
  const { labels, trees, blogPosts } = exclusions;
  const titles = trees.flatMap((id) => names.get(id)?.title ?? []);
  const elsewhere = trees.length - titles.length;
  const lines = [
    ...(labels.length > 0 ? [say('spaceSettings.siteLabels', { labels: labels.join(', ') })] : []),
    ...titles.map((title) => say('spaceSettings.siteTree', { title })),
    ...(elsewhere > 0 ? [count('spaceSettings.siteTreesElsewhere', elsewhere)] : []),
    ...(blogPosts ? [say('spaceSettings.siteBlogPosts')] : []),
  ];
  return (
    <Stack space="space.100">
      <Heading as="h3" size="xsmall">
        {say('spaceSettings.siteTitle')}
      </Heading>
      {lines.length === 0 ? (
        <Text color="color.text.subtle">{say('spaceSettings.siteNone')}</Text>
      ) : (
        <List type="unordered">
          {lines.map((line, index) => (
            <ListItem key={index}>{line}</ListItem>
          ))}
        </List>
      )}
    </Stack>
  );
};
