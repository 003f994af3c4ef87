import type { Exclusions } from './exclusions';

/** A change of exclusions: what is wanted, and what that was made from; without the latter it replaces what there is. */
export type ExclusionsChange = { readonly exclusions: Exclusions; readonly from?: Exclusions | undefined };

/** What is stored, with what was added to `from` and without what was taken from it. */
const rebaseList = (
  stored: readonly string[],
  wanted: readonly string[],
  from: readonly string[],
): readonly string[] => [
  ...stored.filter((each) => wanted.includes(each) || !from.includes(each)),
  ...wanted.filter((each) => !from.includes(each) && !stored.includes(each)),
];

/**
 * Makes a change on what is stored by now: whatever others have changed since `from` was read stays as they left it. The
 * result can have more in it than either.
 */
export const rebaseExclusions = (stored: Exclusions, { exclusions: wanted, from }: ExclusionsChange): Exclusions =>
  from === undefined
    ? wanted
    : {
        labels: rebaseList(stored.labels, wanted.labels, from.labels),
        trees: rebaseList(stored.trees, wanted.trees, from.trees),
        blogPosts: wanted.blogPosts === from.blogPosts ? stored.blogPosts : wanted.blogPosts,
      };
