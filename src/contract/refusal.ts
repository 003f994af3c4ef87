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

/** The refusal of what can be tried again. */
export const BUSY = { refused: 'busy' } as const satisfies { readonly refused: Refusal };

/** Answer of any resolver function when storage or Confluence failed: nothing else is known. */
export type Unavailable = { readonly refused: 'storage-unavailable' | 'confluence-unavailable' };
