import { randomBytes } from 'node:crypto';
import { kvs, WhereConditions } from '@forge/kvs';
import { AUDIT_PREFIX, toAuditKey } from '../audit/audit-key';
import { RETENTION_DAYS, type AuditLog, type AuditReader } from '../audit/audit-log';
import { parseAuditRecord, type AuditRecord } from '../audit/audit-record';
import { stored, wroteUnless } from './kvs-failure';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const SUFFIX_BYTES = 8;

/** @throws {TypeError} without what was wrong: it may be content */
const checked = (record: AuditRecord): AuditRecord => {
  const parsed = parseAuditRecord(record);
  if (parsed === undefined) throw new TypeError('not an audit record');
  return parsed;
};

const keep = (key: string, record: AuditRecord): Promise<void> =>
  kvs.set(key, record, { keyPolicy: 'FAIL_IF_EXISTS', ttl: { value: RETENTION_DAYS, unit: 'DAYS' } });

/**
 * The audit in Forge storage: a record each, under a key of its own that is never written again, and that ends by itself.
 *
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api-query/
 */
export const kvsAuditLog: AuditLog & AuditReader = {
  append: async (record) => {
    const { at } = checked(record);
    await stored('audit', () => keep(toAuditKey(at, randomBytes(SUFFIX_BYTES).toString('hex')), record));
  },

  appendOnceAMinute: async (record) => {
    const { at, event, cause = '', keyId = '' } = checked(record);
    const minute = new Date(Math.floor(Date.parse(at) / MINUTE_MS) * MINUTE_MS).toISOString();
    await wroteUnless('KEY_CONFLICT', 'audit', () => keep(toAuditKey(minute, `${event}.${cause}.${keyId}`), record));
  },

  read: async ({ cursor, limit }) => {
    const query = kvs.query().where('key', WhereConditions.beginsWith(AUDIT_PREFIX)).limit(limit);
    const page = await stored('audit', () => (cursor === undefined ? query : query.cursor(cursor)).getMany<unknown>());
    const records = page.results.flatMap(({ value }) => parseAuditRecord(value) ?? []);
    // An expired record stays readable for up to 48 hours.
    const oldestMs = Date.now() - RETENTION_DAYS * DAY_MS;
    return {
      records: records.filter(({ at }) => Date.parse(at) > oldestMs),
      unreadable: page.results.length - records.length,
      ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
    };
  },
};
