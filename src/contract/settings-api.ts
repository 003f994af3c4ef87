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
  /** The payload is not what the function takes. */
  | 'invalid-payload'
  /** Others changed the same records at the same time, again and again: try again. */
  | 'busy';

/** Answer of `getSpaceAccess` and `setSpaceAccess`; the space is the one of the calling context. */
export type SpaceAccess = {
  /** Promptless may search this space (unless `paused`). */
  readonly enabled: boolean;
  /** The caller may change `enabled`. */
  readonly mayChange: boolean;
  /** A Confluence administrator has paused the app for the whole site. */
  readonly paused: boolean;
  /** RFC 3339; present when `enabled`. */
  readonly optedInAt?: string;
  readonly refused?: Refusal;
};

/** Payload of `setSpaceAccess`. */
export type SetSpaceAccess = { readonly enabled: boolean };

/** Answer of the `admin` functions `getStatus`, `setPaused` and `setLimits`. */
export type AdminStatus =
  | {
      readonly paused: boolean;
      readonly spacesOptedIn: number;
      /** 0: the app sets no limit of its own. */
      readonly requestsPerMinute: number;
      readonly key?: { readonly createdAt: string; readonly expiresAt: string };
      readonly refused?: Refusal;
    }
  | { readonly refused: 'not-confluence-admin' };

/** Payload of `setPaused`. */
export type SetPaused = { readonly paused: boolean };

/** Payload of `setLimits`; a whole number from 0 (no limit of the app's) to 6000. */
export type SetLimits = { readonly requestsPerMinute: number };

/** Answer of `createKey`: the only time that the secret leaves secret storage. */
export type CreatedKey =
  | {
      /** Base64 of 32 random bytes. */
      readonly secret: string;
      readonly createdAt: string;
      readonly expiresAt: string;
    }
  | { readonly refused: Refusal };
