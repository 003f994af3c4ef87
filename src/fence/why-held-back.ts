import { toLabelName, uniteExclusions, type Exclusions } from './exclusions';
import type { OpenSpaces } from './opt-in-shard';

/** What the gate decides by: the registry and the site's own exclusions, as they are now. */
export type Fence = {
  readonly open: OpenSpaces;
  readonly siteExclusions: Exclusions;
};

/** What the gate must know of anything that came from Confluence: all of it as Confluence returned it with the content. */
export type Confined = {
  readonly id: string;
  readonly spaceId: string;
  readonly spaceStatus: string;
  readonly status: string;
  readonly type: string;
  /** Absent when Confluence did not tell all of them. */
  readonly labels?: readonly string[];
  /** Ids of the pages above; absent when Confluence did not tell. */
  readonly ancestors?: readonly string[];
};

/** Why content does not leave: the first reason that holds. */
export type HeldBack =
  | { readonly reason: 'space-not-open' | 'not-current' }
  | { readonly reason: 'blog-post' | 'tree' }
  /** Absent when Confluence did not tell all of the labels. */
  | { readonly reason: 'label'; readonly label?: string };

/** What was not told could be excluded, and is held back. */
const excludedLabel = (
  { labels }: Confined,
  excluded: readonly string[],
): Extract<HeldBack, { readonly reason: 'label' }> | undefined => {
  if (excluded.length === 0) return undefined;
  if (labels === undefined) return { reason: 'label' };
  const label = labels.find((each) => excluded.includes(toLabelName(each)));
  return label === undefined ? undefined : { reason: 'label', label };
};

/** A blog post stands below no page; other content of which it was not told where it stands is held back. */
const isInTree = ({ id, type, ancestors }: Confined, trees: readonly string[]): boolean =>
  trees.includes(id) || (ancestors?.some((each) => trees.includes(each)) ?? (type !== 'blogpost' && trees.length > 0));

/**
 * Says why content may not leave; `undefined` for what may. What came with the content decides: the search index behind a
 * hit may be older than the content (a page moved away or labelled, a space archived), and a key may have got a new owner.
 */
export const whyHeldBack = ({ open, siteExclusions }: Fence, content: Confined): HeldBack | undefined => {
  const space = open.get(content.spaceId);
  if (space === undefined) return { reason: 'space-not-open' };
  if (content.spaceStatus !== 'current' || content.status !== 'current') return { reason: 'not-current' };
  const { labels, trees, blogPosts } = uniteExclusions(siteExclusions, space.exclusions);
  if (blogPosts && content.type !== 'page') return { reason: 'blog-post' };
  if (isInTree(content, trees)) return { reason: 'tree' };
  return excludedLabel(content, labels);
};
