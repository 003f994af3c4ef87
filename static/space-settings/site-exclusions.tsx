import { Heading, List, ListItem, Stack, Text } from '@forge/react';

import type { SpaceExclusions } from '../../src/contract/space-settings-api';
import { findPages } from '../exclusions/find-pages';
import { sayUnnamed } from '../exclusions/say-unnamed';
import { usePageNames } from '../exclusions/use-page-names';
import { useMessages } from '../i18n/use-messages';

type Props = {
  readonly exclusions: SpaceExclusions;
  /** Page trees that are not of this space; where that is not told, they are those that have no title here. */
  readonly treesElsewhere: number | undefined;
};

/** What Confluence administrators keep closed in every space. */
export const SiteExclusions = ({ exclusions, treesElsewhere }: Props) => {
  const { say, count } = useMessages();
  const { nameOf } = usePageNames(exclusions.trees, findPages);
  const { labels, trees, blogPosts } = exclusions;
  const isElsewhere = (id: string): boolean => treesElsewhere === undefined && nameOf(id) === 'none';
  const here = trees.filter((id) => !isElsewhere(id));
  const elsewhere = treesElsewhere ?? trees.length - here.length;
  const sayTree = (id: string): string => {
    const name = nameOf(id);
    return typeof name === 'string' ? sayUnnamed(id, name, say) : say('spaceSettings.siteTree', { title: name.title });
  };
  const lines = [
    ...(labels.length > 0 ? [say('spaceSettings.siteLabels', { labels: labels.join(', ') })] : []),
    ...here.map(sayTree),
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
