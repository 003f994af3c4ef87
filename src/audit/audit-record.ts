/** Who did what, and what was refused to whom. Never content, query text, names or secrets: ids and fixed words only. */
export type AuditRecord = {
  /** RFC 3339. */
  readonly at: string;
  readonly event: AuditEvent;
  /** Account id of the admin; absent for what a key holder did. */
  readonly by?: string;
  readonly spaceId?: string;
  readonly keyId?: string;
  /** For `content-held-back`. */
  readonly count?: number;
  /** A problem code for `request-refused`; otherwise which part of the policy. */
  readonly cause?: string;
};

export type AuditEvent =
  | 'space-opened'
  | 'space-closed'
  | 'space-exclusions-changed'
  | 'key-created'
  | 'key-revoked'
  | 'paused'
  | 'resumed'
  | 'policy-changed'
  | 'limits-changed'
  | 'request-refused'
  /** Content that Confluence returned and the gate held back; how much is in `count`. */
  | 'content-held-back';
