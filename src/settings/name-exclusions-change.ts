import type { Exclusions } from '../fence/exclusions';

const isPartOf = (one: Exclusions, other: Exclusions): boolean =>
  one.labels.every((label) => other.labels.includes(label)) &&
  one.trees.every((tree) => other.trees.includes(tree)) &&
  (other.blogPosts || !one.blogPosts);

/** What the audit calls a change of exclusions, which it does not quote; `undefined` for none. */
export const nameExclusionsChange = (
  former: Exclusions,
  next: Exclusions,
): 'more-excluded' | 'less-excluded' | 'otherwise-excluded' | undefined => {
  const [grew, shrank] = [!isPartOf(next, former), !isPartOf(former, next)];
  if (grew && shrank) return 'otherwise-excluded';
  if (grew) return 'more-excluded';
  return shrank ? 'less-excluded' : undefined;
};
