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

declare const admitted: unique symbol;
/** Content that has passed the gate; only {@link admitContent} makes it. */
export type Admitted<T extends Confined> = T & { readonly [admitted]: true };

export type GateDecision<T extends Confined> = {
  readonly admitted: readonly Admitted<T>[];
  /** For counting inside the app only: the number itself says something about what is closed. */
  readonly droppedCount: number;
};

/** What was not told could be excluded, and is held back. */
const hasLabel = ({ labels }: Confined, excluded: readonly string[]): boolean =>
  excluded.length > 0 && (labels?.some((label) => excluded.includes(toLabelName(label))) ?? true);

/** A blog post stands below no page; other content of which it was not told where it stands is held back. */
const isInTree = ({ id, type, ancestors }: Confined, trees: readonly string[]): boolean => {
  if (trees.length === 0) return false;
  const above = ancestors ?? (type === 'blogpost' ? [] : trees);
  return [id, ...above].some((each) => trees.includes(each));
};

const isExcluded = (content: Confined, { labels, trees, blogPosts }: Exclusions): boolean =>
  (blogPosts && content.type !== 'page') || hasLabel(content, labels) || isInTree(content, trees);

const mayLeave = <T extends Confined>({ open, siteExclusions }: Fence, content: T): content is Admitted<T> => {
  const space = open.get(content.spaceId);
  return (
    space !== undefined &&
    content.spaceStatus === 'current' &&
    content.status === 'current' &&
    !isExcluded(content, uniteExclusions(siteExclusions, space.exclusions))
  );
};

/**
 * The one gate: lets through current content of current spaces that are open by space **id**, without what the site or
 * the space excludes. The search index behind a hit may be older than the content (a page moved away or labelled, a space
 * archived), and a key may have got a new owner; what came with the content decides.
 */
export const admitContent = <T extends Confined>(fence: Fence, contents: readonly T[]): GateDecision<T> => {
  const passed = contents.filter((content): content is Admitted<T> => mayLeave(fence, content));
  return { admitted: passed, droppedCount: contents.length - passed.length };
};
