/** What the keys of all audit records begin with. */
export const AUDIT_PREFIX = 'audit:';

/** Later than any time that is recorded, and as long in digits. */
const END_OF_TIME_MS = 9_999_999_999_999;

/**
 * The storage key of a record. Storage lists by key, upwards only, so the key holds the time that is left: the newest
 * record comes first.
 *
 * @param suffix tells records of the same millisecond apart
 */
export const toAuditKey = (at: string, suffix: string): string =>
  `${AUDIT_PREFIX}${String(END_OF_TIME_MS - Date.parse(at)).padStart(13, '0')}:${suffix}`;
