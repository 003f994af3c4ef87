import type { Refusal } from './refusal';
import type { Note, SearchResult } from './search-api';

/**
 * What the space settings page and the macro say to their resolver functions, and are answered. Every answer is a value: a
 * refusal is an answer with `refused`, and what it holds beside that is the state as it still is.
 */

/** Answer of `getSpaceAccess` and `setSpaceAccess`; the space is the one of the calling context. */
export type SpaceAccess = {
  /** Promptless may search this space (unless `paused`). */
  readonly enabled: boolean;
  /** The caller administers the space: may close it, and change what it excludes. */
  readonly mayChange: boolean;
  /** The caller may open the space, as far as is known. */
  readonly mayOpen: boolean;
  /** Why not; absent when `mayOpen`. `confluence-unavailable`: Confluence did not say whether the caller may. */
  readonly mayNotOpen?: Refusal;
  /** A Confluence administrator has paused the app for the whole site. */
  readonly paused: boolean;
  /** The space is archived: nothing of it is searched, even when it is open. Absent where nothing of the space is told. */
  readonly archived?: boolean;
  /** RFC 3339; present when `enabled`. */
  readonly optedInAt?: string;
  readonly refused?: Refusal;
};

/** What stays closed in an open space; of one space at most 2,048 bytes as JSON. */
export type SpaceExclusions = {
  /** Content with one of these labels; letter case does not matter. Up to 20 of up to 255 characters. */
  readonly labels: readonly string[];
  /** Ids of pages, each with everything below it. Up to 20. */
  readonly trees: readonly string[];
  /** `true`: blog posts stay closed. */
  readonly blogPosts: boolean;
};

/**
 * Payload of `setSpaceExclusions`: what is excluded from now on. New pages must be pages of the space that the caller sees.
 * With `from`, what it was made from: whatever others have changed since then stays as they left it.
 */
export type SetSpaceExclusions = SpaceExclusions & { readonly from?: SpaceExclusions };

/**
 * Answer of `getSpaceAccess` and `setSpaceExclusions` on the space's settings page; the macro's functions give
 * {@link SpaceAccess} alone.
 */
export type SpaceSettings = SpaceAccess & {
  /** For whoever administers the space. */
  readonly details?: SpaceDetails;
  /** Account id of the owner of the space, whom others may ask; absent when Confluence names none. */
  readonly ownerAccountId?: string;
};

export type SpaceDetails = {
  /** Of this space; kept while it is closed. */
  readonly exclusions: SpaceExclusions;
  /** Of every space, set by Confluence administrators: both hold. Only page trees of this space are named. */
  readonly siteExclusions: SpaceExclusions;
  /** Page trees of other spaces that are excluded for the whole site, and trees whose space is not known. */
  readonly siteTreesElsewhere?: number;
  /** Account id of whoever opened the space. */
  readonly optedInBy?: string;
  /** An app access rule keeps this app from the space; absent when Confluence did not say. */
  readonly blocked?: boolean;
  /** Searches that returned an excerpt of the space, about, of the last 30 days, newest first; absent when not readable. */
  readonly activity?: readonly { readonly day: string; readonly searches: number }[];
};

/** Payload of `setSpaceAccess`. */
export type SetSpaceAccess = { readonly enabled: boolean };

/** A page as its title names it, for picking and showing page trees. */
export type PageName = { readonly id: string; readonly title: string; readonly spaceKey: string };

/**
 * Payload of `findPages`, on the space's settings page (pages of that space, for its admins) and the admin page (of every
 * space): either words of a title, 1 to 200 characters, or up to 50 ids whose titles are wanted.
 */
export type FindPages = { readonly query: string } | { readonly ids: readonly string[] };

/** Answer of `findPages`: what the caller may see, the best 20 of a query. An id that is missing has no title for the caller. */
export type FoundPages = { readonly pages: readonly PageName[] } | { readonly refused: Refusal };

/** Why Promptless does not get a page that the caller finds. */
export const LEFT_OUT_REASONS = ['label', 'tree', 'blog-post', 'not-visible-to-app', 'not-among-first'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export type LeftOutPage = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly reason: LeftOutReason;
  /** The label that excludes it. */
  readonly label?: string;
};

/**
 * Answer of `previewSearch` (payload `{ query }`, 1 to 1000 characters) to admins of an open space: what a search of
 * Promptless in this space would get now. It counts against the limits like one.
 */
export type SpacePreview =
  | {
      /** At most 10 pages, best first; only pages that the caller may view as well. */
      readonly results: readonly SearchResult[];
      /** Pages that Promptless gets and the caller may not view: counted only. */
      readonly hiddenCount: number;
      /** At most 25 pages that the caller finds and Promptless does not get. */
      readonly leftOut: readonly LeftOutPage[];
      readonly notes: readonly Note[];
      readonly confluencePoints: number;
    }
  | { readonly refused: Refusal };
