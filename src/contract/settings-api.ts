import type { Note, SearchResult } from './search-api';

/**
 * What the UI Kit pages and the resolver functions say to each other. Every answer is a value: a refusal is an answer
 * with `refused`, and what it holds beside that is the state as it still is.
 */

/** Why a resolver function changed nothing. */
export type Refusal =
  /** The caller does not administer this space. */
  | 'not-space-admin'
  /** The caller does not administer Confluence. */
  | 'not-confluence-admin'
  /** There is no such space for this caller: missing and not visible are one answer. */
  | 'space-not-available'
  /** The space is archived: it can be closed, not opened. */
  | 'space-archived'
  /** Only a Confluence administrator may open spaces of this site; a space administrator may close theirs. */
  | 'opt-in-forbidden'
  /** What all spaces exclude together takes more room than there is. */
  | 'too-many-exclusions'
  /** Two keys are active already: one must be revoked first. */
  | 'too-many-keys'
  /** There is no such key (any more). */
  | 'key-not-found'
  /** The payload is not what the function takes. */
  | 'invalid-payload'
  /** Others changed the same records at the same time, again and again: try again. */
  | 'busy'
  /** The space is closed: nothing of it is shown, as nothing of it is searched. */
  | 'space-closed'
  /** The app is paused for the whole site. */
  | 'paused'
  /** The limit of requests or of Confluence points is reached. */
  | 'rate-limited'
  /** The query has no word to look for. */
  | 'no-word'
  /** There is no active key to sign with. */
  | 'no-key'
  /** Forge storage did not answer: of a change it is uncertain whether it was made. */
  | 'storage-unavailable'
  /** Confluence did not answer, or not usably: nothing was changed. */
  | 'confluence-unavailable';

/** Answer of any resolver function when storage or Confluence failed: nothing else is known. */
export type Unavailable = { readonly refused: 'storage-unavailable' | 'confluence-unavailable' };

/** Answer of `getSpaceAccess` and `setSpaceAccess`; the space is the one of the calling context. */
export type SpaceAccess = {
  /** Promptless may search this space (unless `paused`). */
  readonly enabled: boolean;
  /** The caller administers the space: may close it, and change what it excludes. */
  readonly mayChange: boolean;
  /** The caller may open the space. */
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

/** Answer of the `admin` functions to whoever does not administer Confluence. */
type NotAdmin = { readonly refused: 'not-confluence-admin' };

/** A key that can sign requests, or could until it expired. Never its secret. Days are UTC, other times RFC 3339. */
export type AdminKey = {
  /** Names the key here, in the audit, and for `revokeKey`; not secret. */
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** Within 30 days, or already. */
  readonly expiresSoon: boolean;
  /** `YYYY-MM-DD`; absent while it was never used. A test search is no use of it. */
  readonly lastUsedDay?: string;
};

/** Answer of the `admin` functions `getStatus`, `revokeKey`, `setPaused`, `setLimits` and `setPolicy`. */
export type AdminStatus =
  | (Required<SetPaused> &
      Required<SetLimits> &
      Required<Omit<SetPolicy, 'exclusionsFrom'>> & {
        readonly spacesOptedIn: number;
        /** Oldest first, at most two that have not expired. */
        readonly keys: readonly AdminKey[];
        /** Where Promptless sends its requests; absent when the platform did not say. */
        readonly webTriggerUrl?: string;
        readonly refused?: Refusal;
      })
  | NotAdmin;

/** Payload of `setPaused`. */
export type SetPaused = { readonly paused: boolean };

/** Payload of `setLimits`, at least one member; whole numbers, 0: no limit of the app's. What is absent stays. */
export type SetLimits = {
  /** Up to 6000. */
  readonly requestsPerMinute?: number;
  /** Rate-limit points of Confluence, up to 65,000. */
  readonly pointsPerHour?: number;
};

/** Payload of `setPolicy`, at least one member. What is absent stays. */
export type SetPolicy = {
  /** Who may open a space. */
  readonly optInBy?: 'space-admins' | 'confluence-admins';
  /** What stays closed in every open space: up to 20 labels and 20 pages with everything below them, and blog posts. */
  readonly exclusions?: SpaceExclusions;
  /** What `exclusions` was made from: whatever others have changed since then stays as they left it. */
  readonly exclusionsFrom?: SpaceExclusions;
  /** The most that one request gets: 1 to 25 pages of a search, 500 to 50,000 characters. */
  readonly caps?: { readonly maxResults: number; readonly maxChars: number };
};

/**
 * Answer of `createKey`: the only time that the secret leaves secret storage. Its payload, which may be absent, is
 * `{ expiresInDays? }`: 1 to 365, which it is unless given.
 */
export type CreatedKey =
  | {
      readonly id: string;
      /** Base64 of 32 random bytes. */
      readonly secret: string;
      readonly createdAt: string;
      readonly expiresAt: string;
    }
  | { readonly refused: Refusal };

/** Payload of `revokeKey`: acts on the next request. */
export type RevokeKey = { readonly keyId: string };

/** What was done, by whom: ids and fixed words only. */
export type AuditRow = {
  /** RFC 3339. */
  readonly at: string;
  readonly event: string;
  /** Account id of an admin. */
  readonly by?: string;
  readonly spaceId?: string;
  readonly keyId?: string;
  /** Of `content-held-back`: pages held back from the first request of that minute and key of which any were. */
  readonly count?: number;
  readonly cause?: string;
};

/**
 * Answer of `getAudit`, newest first to the minute: by their time within a page, and a refusal may be on the page behind.
 * What was done within the last seconds may be missing still. Its payload, which may be absent, is `{ cursor?, limit? }`:
 * 1 to 100 rows, 50 unless given.
 */
export type AuditAnswer =
  | {
      readonly records: readonly AuditRow[];
      /** Records that this version of the app cannot read. */
      readonly unreadable: number;
      /** For the next page; not to be kept. */
      readonly nextCursor?: string;
    }
  | { readonly refused: Refusal };

/**
 * Answer of `getAuditCsv`: up to 2,000 rows below a row of names, newest first (to the minute from one file to the next).
 * Its payload, which may be absent, is `{ cursor? }`.
 */
export type AuditCsvAnswer =
  | {
      /** RFC 4180; nothing in it runs as a formula. */
      readonly csv: string;
      /** There are more rows: ask again with `nextCursor`. */
      readonly cut: boolean;
      readonly nextCursor?: string;
    }
  | { readonly refused: Refusal };

/** Answer of `getActivity`: searches of key holders in the last 30 days, newest first; days without any are left out. */
export type Activity = { readonly days: readonly { readonly day: string; readonly searches: number }[] } | NotAdmin;

/** A space of the site, as a Confluence administrator sees it. */
export type AdminSpace = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** As Confluence names it: `global`, `collaboration`, `knowledge_base`, `personal`. */
  readonly type: string;
  readonly archived: boolean;
  readonly open: boolean;
  /** RFC 3339; present when `open`. */
  readonly optedInAt?: string;
  /** Account id of whoever opened it. */
  readonly optedInBy?: string;
  readonly exclusions: SpaceExclusions;
};

/** Answer of `listSpaces` (payload `{ cursor? }`): the spaces that the caller may see, up to 100 a page. */
export type AdminSpaces =
  { readonly spaces: readonly AdminSpace[]; readonly nextCursor?: string } | { readonly refused: Refusal };

/**
 * Answer of `listUnseenSpaces`: open spaces that are gone, or that the caller may not see. They have no name here, and can be
 * closed. Up to 1,000 are looked for.
 */
export type UnseenSpaces =
  | {
      readonly spaces: readonly Pick<AdminSpace, 'id' | 'key' | 'optedInAt' | 'optedInBy'>[];
      /** More spaces are open than were looked for, or more than 200 of them are unseen. */
      readonly cut: boolean;
    }
  | { readonly refused: Refusal };

/** Payload of `setSpaces`, on the admin page: 1 to 20 spaces at a time. Opening an open space changes nothing. */
export type SetSpaces = { readonly spaceIds: readonly string[]; readonly enabled: boolean };

/**
 * Answer of `setSpaces`: how each space stands afterwards, in the order of the payload. Since when a space is open that could
 * not be closed is not told.
 */
export type SetSpacesAnswer =
  | {
      readonly spaces: readonly {
        readonly id: string;
        readonly open: boolean;
        readonly optedInAt?: string;
        readonly refused?: Refusal;
      }[];
    }
  | { readonly refused: Refusal };

/** Answer of `describeSpaces` (payload `{ ids }`, 1 to 100): names of those that the caller may see. */
export type DescribedSpaces =
  | { readonly spaces: readonly { readonly id: string; readonly key: string; readonly name: string }[] }
  | { readonly refused: Refusal };

/**
 * Answer of `sendTestSearch` (payload `{ query }`, 1 to 1000 characters): a search, signed with the newest active key and
 * passed to the handler of the web trigger in this process. The network in front of it has no part in it. It has no content.
 */
export type TestSearch =
  | {
      /** HTTP status that Promptless would get. */
      readonly status: number;
      /** Of a problem; absent when the search succeeded. */
      readonly code?: string;
      /** Id of the key that signed. */
      readonly keyId: string;
      /** Pages found. */
      readonly results: number;
      readonly spacesSearched: number;
      readonly notes: readonly Note[];
      readonly confluenceCalls: number;
      readonly confluencePoints: number;
      readonly durationMs: number;
    }
  | { readonly refused: Refusal };
