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
  | 'busy';

/** Answer of `getSpaceAccess` and `setSpaceAccess`; the space is the one of the calling context. */
export type SpaceAccess = {
  /** Promptless may search this space (unless `paused`). */
  readonly enabled: boolean;
  /** The caller administers the space: may close it, and change what it excludes. */
  readonly mayChange: boolean;
  /** The caller may open the space. */
  readonly mayOpen: boolean;
  /** Why not; absent when `mayOpen`. */
  readonly mayNotOpen?: Refusal;
  /** A Confluence administrator has paused the app for the whole site. */
  readonly paused: boolean;
  /** RFC 3339; present when `enabled`. */
  readonly optedInAt?: string;
  readonly refused?: Refusal;
};

/**
 * What stays closed in an open space. Also the payload of `setSpaceExclusions`, in place of what was excluded; new pages
 * must be pages of the space that the caller sees.
 */
export type SpaceExclusions = {
  /** Content with one of these labels; letter case does not matter. Up to 20 of up to 255 characters. */
  readonly labels: readonly string[];
  /** Ids of pages, each with everything below it. Up to 20. */
  readonly trees: readonly string[];
  /** `true`: blog posts stay closed. */
  readonly blogPosts: boolean;
};

/**
 * Answer of `getSpaceAccess` and `setSpaceExclusions` on the space's settings page; the macro's functions give
 * {@link SpaceAccess} alone.
 */
export type SpaceSettings = SpaceAccess & {
  /** For whoever administers the space. */
  readonly details?: SpaceDetails;
};

export type SpaceDetails = {
  /** Of this space; kept while it is closed. */
  readonly exclusions: SpaceExclusions;
  /** Of every space, set by Confluence administrators: both hold. */
  readonly siteExclusions: SpaceExclusions;
  /** Account id of whoever opened the space. */
  readonly optedInBy?: string;
  readonly archived: boolean;
  /** An app access rule keeps this app from the space; absent when Confluence did not say. */
  readonly blocked?: boolean;
  /** Searches that returned an excerpt of the space, about, of the last 30 days, newest first. */
  readonly activity: readonly { readonly day: string; readonly searches: number }[];
};

/** Payload of `setSpaceAccess`. */
export type SetSpaceAccess = { readonly enabled: boolean };

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
  /** `YYYY-MM-DD`; absent while it was never used. */
  readonly lastUsedDay?: string;
};

/** Answer of the `admin` functions `getStatus`, `revokeKey`, `setPaused`, `setLimits` and `setPolicy`. */
export type AdminStatus =
  | (Required<SetPaused> &
      Required<SetLimits> &
      Required<SetPolicy> & {
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
  readonly count?: number;
  readonly cause?: string;
};

/**
 * Answer of `getAudit`, newest first; what was done within the last seconds may be missing still. Its payload, which may be
 * absent, is `{ cursor?, limit? }`: 1 to 100 rows, 50 unless given.
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
 * Answer of `getAuditCsv`: up to 2,000 rows below a row of names, newest first. Its payload, which may be absent, is
 * `{ cursor? }`.
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

/** Answer of `getActivity`: searches of the last 30 days, newest first; days without any are left out. */
export type Activity = { readonly days: readonly { readonly day: string; readonly searches: number }[] } | NotAdmin;
