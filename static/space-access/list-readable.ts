import type { SpaceExclusions } from '../../src/contract/space-settings-api';
import type { Messages } from '../i18n/use-messages';

/** What Promptless gets of an open space, and except for what. Without exclusions it is not known which there are. */
export const listReadable = (
  exclusions: readonly SpaceExclusions[] | undefined,
  { say, count }: Pick<Messages, 'say' | 'count'>,
): readonly string[] => {
  if (exclusions === undefined) return [say('access.readsPagesAndPosts'), say('access.exceptAny')];
  const labels = new Set(exclusions.flatMap((each) => each.labels));
  const trees = new Set(exclusions.flatMap((each) => each.trees));
  return [
    say(exclusions.some(({ blogPosts }) => blogPosts) ? 'access.readsPages' : 'access.readsPagesAndPosts'),
    ...(labels.size > 0 ? [say('access.exceptLabels', { labels: [...labels].join(', ') })] : []),
    ...(trees.size > 0 ? [count('access.exceptTrees', trees.size)] : []),
  ];
};
