import type { SpaceExclusions } from '../../src/contract/space-settings-api';
import type { Messages } from '../i18n/use-messages';

/** What is excluded, in a few words: "2 labels, 1 page tree, blog posts". */
export const summariseExclusions = (
  { labels, trees, blogPosts }: SpaceExclusions,
  { say, count }: Pick<Messages, 'say' | 'count'>,
): string => {
  const parts = [
    ...(labels.length > 0 ? [count('exclusions.sumLabels', labels.length)] : []),
    ...(trees.length > 0 ? [count('exclusions.sumTrees', trees.length)] : []),
    ...(blogPosts ? [say('exclusions.sumBlogPosts')] : []),
  ];
  return parts.length === 0 ? say('exclusions.none') : parts.join(', ');
};
