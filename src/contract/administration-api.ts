import type { Refusal } from './refusal';
import type { Note } from './search-api';
import type { SpaceExclusions } from './space-settings-api';

/** What the admin page says to its resolver functions, and is answered: values, as those of the space settings page. */

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
