import type { AuditLog } from '../audit/audit-log';
import type { AuditRecord } from '../audit/audit-record';
import { StorageUnavailable } from '../fence/storage-unavailable';

/**
 * Records what an admin has stopped: a key that leaked, what a space gave, or everything. It is stopped by then, and the admin must hear that
 * it is, so a record that cannot be written changes no answer.
 */
export const recordStop = async (audit: Pick<AuditLog, 'append'>, record: AuditRecord): Promise<void> => {
  try {
    await audit.append(record);
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
  }
};
