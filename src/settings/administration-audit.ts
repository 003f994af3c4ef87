import * as v from 'valibot';
import { MAX_AUDIT_PAGE, type AuditReader } from '../audit/audit-log';
import type { AuditRecord } from '../audit/audit-record';
import { newestFirst } from '../audit/newest-first';
import { toCsv } from '../audit/to-csv';
import type { Activity, AuditAnswer, AuditCsvAnswer } from '../contract/administration-api';
import type { UsageReader } from '../audit/usage';

export type AuditPorts = {
  readonly audit: AuditReader;
  readonly usage: Pick<UsageReader, 'readUsage'>;
};

export type AuditFunctions = {
  readonly read: (payload: unknown) => Promise<AuditAnswer>;
  readonly readCsv: (payload: unknown) => Promise<AuditCsvAnswer>;
  readonly readActivity: () => Promise<Activity>;
};

const DEFAULT_PAGE = 50;
/** Pages of a file: two thousand records, some seconds of reading, far below the 25 s that a resolver has. */
const MAX_CSV_PAGES = 20;

const cursor = v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(1000)));
const pagePayload = v.optional(
  v.strictObject({
    cursor,
    limit: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_AUDIT_PAGE)), DEFAULT_PAGE),
  }),
  {},
);
const csvPayload = v.optional(v.strictObject({ cursor }), {});

const COLUMNS = [
  'at',
  'event',
  'by',
  'spaceId',
  'keyId',
  'count',
  'cause',
] as const satisfies readonly (keyof AuditRecord)[];

const toRow = (record: AuditRecord): readonly string[] =>
  COLUMNS.map((column) => {
    const value = record[column];
    return value === undefined ? '' : String(value);
  });

/**
 * What admins see of what was done and how much the app is used.
 *
 * @throws {StorageUnavailable} from every function
 */
export const createAuditFunctions = ({ audit, usage }: AuditPorts): AuditFunctions => ({
  read: async (payload) => {
    const parsed = v.safeParse(pagePayload, payload);
    if (!parsed.success) return { refused: 'invalid-payload' };
    const page = await audit.read(parsed.output);
    return { ...page, records: newestFirst(page.records) };
  },

  readCsv: async (payload) => {
    const parsed = v.safeParse(csvPayload, payload);
    if (!parsed.success) return { refused: 'invalid-payload' };
    const records: AuditRecord[] = [];
    let next = parsed.output.cursor;
    for (let page = 0; page < MAX_CSV_PAGES && (page === 0 || next !== undefined); page += 1) {
      const { records: found, nextCursor } = await audit.read({ cursor: next, limit: MAX_AUDIT_PAGE });
      records.push(...found);
      next = nextCursor;
    }
    return {
      csv: toCsv([COLUMNS, ...newestFirst(records).map(toRow)]),
      cut: next !== undefined,
      ...(next === undefined ? {} : { nextCursor: next }),
    };
  },

  readActivity: async () => {
    const { days } = await usage.readUsage();
    return { days };
  },
});
