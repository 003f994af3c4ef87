import type { SpaceExclusions } from '../../src/contract/space-settings-api';

/** Whether the same stays closed, in whatever order it is listed. */
export const sameExclusions = (one: SpaceExclusions, other: SpaceExclusions): boolean =>
  one.blogPosts === other.blogPosts && sameMembers(one.labels, other.labels) && sameMembers(one.trees, other.trees);

const sameMembers = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((member) => other.includes(member));
