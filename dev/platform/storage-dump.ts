import type { PlacedRecord } from './kvs/record-store';

/** Everything stored, by collection and key. Of a secret only the key and the times are shown. */
export const toStorageDump = (records: readonly PlacedRecord[]): unknown => {
  const dump = new Map<string, Map<string, object>>();
  for (const { collection, key, valueText, createdAt, updatedAt, expireAt } of records) {
    const entries = dump.get(collection) ?? new Map<string, object>();
    dump.set(collection, entries);
    entries.set(key, {
      value: collection === 'secret' ? MASKED : (JSON.parse(valueText) as unknown),
      createdAt,
      updatedAt,
      ...(expireAt === undefined ? {} : { expireTime: new Date(expireAt).toISOString() }),
    });
  }
  return Object.fromEntries([...dump].map(([collection, entries]) => [collection, Object.fromEntries(entries)]));
};

const MASKED = '(secret)';
