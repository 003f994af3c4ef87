import type { AuditRecord } from './audit-record';

/** Append-only. Records expire by themselves after {@link RETENTION_DAYS}. */
export interface AuditLog {
  /** @throws {StorageUnavailable} */
  append(record: AuditRecord): Promise<void>;
  /**
   * Appends unless this minute has a record of the same event, cause and key already: one write, whatever comes of it. For
   * what may happen by the thousand. So a count is that of the first of the minute, not a sum.
   *
   * @throws {StorageUnavailable}
   */
  appendOnceAMinute(record: AuditRecord): Promise<void>;
}

/** A page of the audit, newest first to the minute: what is recorded once a minute comes where its minute begins. */
export type AuditPage = {
  readonly records: readonly AuditRecord[];
  /** Records that this version of the app cannot read. */
  readonly unreadable: number;
  /** For the next page; for use at once, not to be kept. */
  readonly nextCursor?: string;
};

export type AuditQuery = {
  readonly cursor?: string | undefined;
  /** Records, 1 to {@link MAX_AUDIT_PAGE}. */
  readonly limit: number;
};

export interface AuditReader {
  /** What was recorded within the last seconds may be missing still. @throws {StorageUnavailable} */
  read(query: AuditQuery): Promise<AuditPage>;
}

/** The most that storage gives at once. */
export const MAX_AUDIT_PAGE = 100;

/** How long a record is kept. */
export const RETENTION_DAYS = 180;
