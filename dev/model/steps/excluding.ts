import fc from 'fast-check';
import { pick } from '../trial';
import type { World, WorldExclusions } from '../world';

/** What to exclude, by places in lists. */
export type Excluding = { readonly labels: readonly number[]; readonly loud: boolean; readonly blogPosts: boolean };

export const excluding = {
  labels: fc.uniqueArray(fc.nat({ max: 2 }), { maxLength: 2 }),
  loud: fc.boolean(),
  blogPosts: fc.constantFrom(false, false, true),
};

export const labelsOf = (world: World, { labels }: Excluding): readonly string[] =>
  labels.flatMap((each) => pick(world.labels, each) ?? []);

/** As admins write it: labels in any letter case. */
export const toPayload = ({ labels, trees, blogPosts }: WorldExclusions, { loud }: Excluding): object => ({
  labels: loud ? labels.map((label) => label.toUpperCase()) : labels,
  trees,
  blogPosts,
});
