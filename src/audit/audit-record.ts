import * as v from 'valibot';

/** Everything that is recorded. */
export const AUDIT_EVENTS = [
  'space-opened',
  'space-closed',
  'space-exclusions-changed',
  'key-created',
  'key-revoked',
  'paused',
  'resumed',
  'policy-changed',
  'limits-changed',
  'request-refused',
  /** Content that Confluence returned and the gate held back; recorded once a minute for each key. */
  'content-held-back',
] as const;

export type AuditEvent = (typeof AUDIT_EVENTS)[number];

/** Who did what, and what was refused to whom. Never content, query text, names or secrets: ids and fixed words only. */
export type AuditRecord = {
  /** RFC 3339, in UTC with milliseconds. */
  readonly at: string;
  readonly event: AuditEvent;
  /** Account id of the admin; absent for what a key holder did. */
  readonly by?: string;
  readonly spaceId?: string;
  readonly keyId?: string;
  /** For `content-held-back`: how much was, from the first request of the minute of which anything was. */
  readonly count?: number;
  /** A problem code for `request-refused`; otherwise which part of the policy, or whether more or less is excluded. */
  readonly cause?: string;
};

const matching = (pattern: RegExp) => v.exactOptional(v.pipe(v.string(), v.regex(pattern)));

/** Each member has room for what it is for, and for no sentence, no title and no base64. */
const auditRecord = v.strictObject({
  at: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/), v.isoTimestamp()),
  event: v.picklist(AUDIT_EVENTS),
  by: matching(/^[A-Za-z0-9:._@-]{1,128}$/),
  spaceId: matching(/^[A-Za-z0-9_-]{1,64}$/),
  keyId: matching(/^[0-9a-f]{1,16}$/),
  count: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
  cause: matching(/^[a-z]+(?:[_-][a-z]+)*$/),
});

/** Reads a record, on its way in and out; `undefined` for whatever is more, less or longer than a record may be. */
export const parseAuditRecord = (value: unknown): AuditRecord | undefined => {
  const parsed = v.safeParse(auditRecord, value);
  return parsed.success ? parsed.output : undefined;
};
