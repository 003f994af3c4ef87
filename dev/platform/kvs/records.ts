import type { EntitySchema } from '../manifest';
import { assertEntityValue } from './entity-rules';
import { assertKey } from './key-rules';
import { KvsRefusal } from './kvs-answer';
import type { MetadataField, SetRequest, Ttl } from './kvs-requests';
import type { Collection, RecordStore, StoredRecord } from './record-store';
import type { UnitMeter } from './unit-meter';
import { MAX_SECRET_BYTES, MAX_VALUE_BYTES, toValueText } from './value-rules';

/** What the operations work on. */
export type KvsContext = {
  readonly store: RecordStore;
  readonly meter: UnitMeter;
  readonly entities: ReadonlyMap<string, EntitySchema>;
};

/** A set that passed every rule that does not depend on what is stored. */
export type PreparedSet = {
  readonly collection: Collection;
  readonly key: string;
  readonly valueText: string;
  readonly ttlMs?: number;
};

const TTL_UNIT_MS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;
const MAX_TTL_MS = 365 * TTL_UNIT_MS.DAYS;

/**
 * The collection that a key belongs to, after the key and the entity name are checked.
 * @throws {KvsRefusal} for a bad key, or `SCHEMA_NOT_FOUND` for an entity that the manifest does not declare.
 */
export const locate = (
  { entities }: KvsContext,
  { key, entityName }: { readonly key: string; readonly entityName?: string | undefined },
): Collection => {
  assertKey(key, entityName === undefined ? 'KEY_TOO_SHORT' : 'EMPTY_KEY');
  if (entityName === undefined) {
    return 'plain';
  }
  if (!entities.has(entityName)) {
    throw new KvsRefusal('SCHEMA_NOT_FOUND', `No schema for entity ${entityName}`);
  }
  return `entity:${entityName}`;
};

/** @throws {KvsRefusal} */
export const prepareSet = (context: KvsContext, collection: Collection, request: SetRequest): PreparedSet => {
  const { key, value, options, entityName } = request;
  const valueText = toValueText(value, collection === 'secret' ? MAX_SECRET_BYTES : MAX_VALUE_BYTES);
  const schema = entityName === undefined ? undefined : context.entities.get(entityName);
  if (schema !== undefined) {
    assertEntityValue(schema, value);
  }
  return { collection, key, valueText, ...(options?.ttl === undefined ? {} : { ttlMs: toTtlMs(options.ttl) }) };
};

/** The longest TTL is a year; the code of the refusal is unverified. @see …/storage-reference/kvs-api/ ("Time-to-live") */
const toTtlMs = ({ value, unit }: Ttl): number => {
  const ttlMs = value * TTL_UNIT_MS[unit];
  if (ttlMs > MAX_TTL_MS) {
    throw new KvsRefusal('INVALID_REQUEST', 'TTL must be at most one year');
  }
  return ttlMs;
};

/** Creation and update times are Unix milliseconds, the expiry is ISO 8601, and none is there unless it is asked for. */
export const describeRecord = (record: StoredRecord, fields: readonly MetadataField[] = []): object => ({
  key: record.key,
  value: JSON.parse(record.valueText) as unknown,
  ...(fields.includes('CREATED_AT') ? { createdAt: record.createdAt } : {}),
  ...(fields.includes('UPDATED_AT') ? { updatedAt: record.updatedAt } : {}),
  ...(fields.includes('EXPIRE_TIME') && record.expireAt !== undefined
    ? { expireTime: new Date(record.expireAt).toISOString() }
    : {}),
});

/** @throws {KvsRefusal} when the key was written too much within a second. */
export const chargeWrite = ({ meter }: KvsContext, { collection, key, valueText }: PreparedSet): void => {
  meter.chargeKey('write', `${collection} ${key}`, Buffer.byteLength(valueText));
};

export const store = (context: KvsContext, { collection, key, valueText, ttlMs }: PreparedSet): StoredRecord =>
  context.store.write(collection, key, valueText, ttlMs);
