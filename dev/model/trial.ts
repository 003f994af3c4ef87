import type { ModelSite, SiteReply } from './model-site';
import type { Tally } from './tally';
import type { Tokens } from './tokens';
import { whyHidden, type HidingReason } from './why-hidden';
import type { World } from './world';

/** One sequence: the site, what is true of it, and what a caller has kept of its replies. */
export type Trial = {
  readonly site: ModelSite;
  readonly world: World;
  readonly tokens: Tokens;
  readonly tally: Tally;
  readonly cursors: KeptCursor[];
  /** Storage that was looked at: a record is replaced, never changed. */
  readonly seenRecords: Set<string>;
  /** What a refused authentication looks like: the same for all, always. */
  readonly unauthorized: { reply?: Pick<SiteReply, 'status' | 'headers' | 'text'> };
};

/** A cursor, and everything that decides whether it may still be used. */
export type KeptCursor = {
  readonly cursor: string;
  readonly issuedAtMs: number;
} & (
  | { readonly of: 'search'; readonly body: SearchBody; readonly spaceIds: readonly string[] }
  | { readonly of: 'read'; readonly body: ReadBody; readonly version: number; readonly maxChars: number }
  | { readonly of: 'spaces'; readonly limit: number; readonly after: string }
);

export type SearchBody = {
  readonly operation: 'search';
  readonly query: string;
  readonly spaces?: readonly string[];
  readonly types?: readonly ('page' | 'blogpost')[];
  readonly labels?: { readonly any?: readonly string[]; readonly none?: readonly string[] };
  readonly under?: string;
  readonly limit: number;
  readonly outline: boolean;
};

export type ReadBody = {
  readonly operation: 'read';
  readonly pageId: string;
  readonly section?: readonly string[];
  readonly maxChars: number;
};

export const CURSOR_LIFETIME_MS = 3_600_000;

/** One of a list; `undefined` for an empty one. */
export const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

const RECENT = 4;

/**
 * A page to ask for, of all that are and ever were: in turn one that is hidden though its space is open, one that was
 * changed lately, and any.
 */
export const pickPageId = (world: World, index: number): string | undefined => {
  const rest = Math.floor(index / 3);
  const any = pick(world.everyPageId, rest);
  switch (index % 3) {
    case 0:
      return (
        pick(
          world.everyPageId.filter((id) => !EVIDENT.includes(whyHidden(world, id))),
          rest,
        ) ?? any
      );
    case 1:
      return pick(world.changedPageIds.slice(-RECENT), rest) ?? any;
    default:
      return any;
  }
};

const EVIDENT: readonly (HidingReason | undefined)[] = [undefined, 'closed', 'gone'];
