import type { Clock } from '../../clock';

export type Collection = 'plain' | 'secret' | `entity:${string}`;

/** Values are kept as JSON text, so that nobody ever holds the stored object itself. Times in epoch milliseconds. */
export type StoredRecord = {
  readonly key: string;
  readonly valueText: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expireAt?: number;
};
export type PlacedRecord = StoredRecord & { readonly collection: Collection };

export type RecordStore = {
  /** Strictly consistent. An expired record stays readable until it is purged, {@link PURGE_DELAY_MS} later. */
  readonly read: (collection: Collection, key: string) => StoredRecord | undefined;
  readonly write: (collection: Collection, key: string, valueText: string, ttlMs?: number) => StoredRecord;
  readonly remove: (collection: Collection, key: string) => void;
  /** Eventually consistent: the records as they were `queryLagMs` ago, ordered by key. */
  readonly list: (collection: Collection) => readonly StoredRecord[];
  readonly all: () => readonly PlacedRecord[];
};

/**
 * How long an expired record is kept: the longest time that the documentation allows, because an app must cope with it.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-api/ ("Time-to-live")
 */
const PURGE_DELAY_MS = 48 * 60 * 60 * 1000;

type Version = { readonly sinceMs: number; readonly record: StoredRecord | undefined };

export const createRecordStore = (
  clock: Clock,
  queryLagMs: number,
  initial: readonly PlacedRecord[] = [],
): RecordStore => {
  const collections = new Map<Collection, Map<string, Version[]>>();

  const versionsOf = (collection: Collection): Map<string, Version[]> => {
    const known = collections.get(collection) ?? new Map<string, Version[]>();
    collections.set(collection, known);
    return known;
  };
  const put = (collection: Collection, key: string, version: Version): void => {
    const versions = [...(versionsOf(collection).get(key) ?? []), version];
    const visibleSince = versions.findLastIndex(({ sinceMs }) => sinceMs <= clock.now() - queryLagMs);
    versionsOf(collection).set(key, versions.slice(Math.max(0, visibleSince)));
  };
  const unlessPurged = (record: StoredRecord | undefined): StoredRecord | undefined =>
    record?.expireAt !== undefined && record.expireAt + PURGE_DELAY_MS <= clock.now() ? undefined : record;
  const read = (collection: Collection, key: string): StoredRecord | undefined =>
    unlessPurged(collections.get(collection)?.get(key)?.at(-1)?.record);

  for (const { collection, ...record } of initial) {
    put(collection, record.key, { sinceMs: Number.NEGATIVE_INFINITY, record });
  }

  return {
    read,
    write: (collection, key, valueText, ttlMs) => {
      const now = clock.now();
      const record: StoredRecord = {
        key,
        valueText,
        createdAt: read(collection, key)?.createdAt ?? now,
        updatedAt: now,
        ...(ttlMs === undefined ? {} : { expireAt: now + ttlMs }),
      };
      put(collection, key, { sinceMs: now, record });
      return record;
    },
    remove: (collection, key) => {
      if (read(collection, key) !== undefined) {
        put(collection, key, { sinceMs: clock.now(), record: undefined });
      }
    },
    list: (collection) =>
      [...versionsOf(collection).values()]
        .flatMap(
          (versions) =>
            unlessPurged(versions.findLast(({ sinceMs }) => sinceMs <= clock.now() - queryLagMs)?.record) ?? [],
        )
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    all: () =>
      [...collections].flatMap(([collection, records]) =>
        [...records.keys()].flatMap((key) => {
          const record = read(collection, key);
          return record === undefined ? [] : [{ collection, ...record }];
        }),
      ),
  };
};
