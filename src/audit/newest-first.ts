import type { AuditRecord } from './audit-record';

/** Records by their time, the newest first; those of one moment stay as they were. */
export const newestFirst = (records: readonly AuditRecord[]): readonly AuditRecord[] =>
  [...records].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
