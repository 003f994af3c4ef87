import type { OpenSpaces } from './opt-in-shard';

/** What the gate must know of anything that came from Confluence. */
export type Confined = {
  /** As Confluence returned it with the content itself. */
  readonly spaceId: string;
  readonly spaceStatus: string;
  readonly status: string;
};

declare const admitted: unique symbol;
/** Content that has passed the gate; only {@link admitContent} makes it. */
export type Admitted<T extends Confined> = T & { readonly [admitted]: true };

export type GateDecision<T extends Confined> = {
  readonly admitted: readonly Admitted<T>[];
  /** For counting inside the app only: the number itself says something about what is closed. */
  readonly droppedCount: number;
};

const isOpen = <T extends Confined>(open: OpenSpaces, content: T): content is Admitted<T> =>
  open.has(content.spaceId) && content.spaceStatus === 'current' && content.status === 'current';

/**
 * The one gate: lets through current content of current spaces that are open by space **id**. The search index behind
 * a hit may be older than the content (a page moved away, a space archived), and a key may have got a new owner; the id
 * that came with the content decides.
 */
export const admitContent = <T extends Confined>(open: OpenSpaces, contents: readonly T[]): GateDecision<T> => {
  const passed = contents.filter((content): content is Admitted<T> => isOpen(open, content));
  return { admitted: passed, droppedCount: contents.length - passed.length };
};
