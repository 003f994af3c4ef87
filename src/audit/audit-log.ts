import type { AuditRecord } from './audit-record';

/** Append-only. Records expire by themselves after {@link RETENTION_DAYS}. */
export interface AuditLog {
  /** @throws {StorageUnavailable} */
  append(record: AuditRecord): Promise<void>;
}

/** How long a record is kept. */
export const RETENTION_DAYS = 180;
