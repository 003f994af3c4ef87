import { Filter, FilterConditions, kvs } from '@forge/kvs';
import * as v from 'valibot';
import { decodeUsage, encodeUsage, type StoredUsageShard } from '../door/usage-shard';
import type { UsageStore } from '../door/usage-store';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { stored, wroteUnless } from './kvs-failure';

const ENTITY = 'usage';
const shardKey = (shard: number): string => `shard-${shard}`;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const record = v.strictObject({
  version: count,
  minute: count,
  requests: count,
  hour: count,
  points: count,
  day: count,
  searches: count,
  history: v.string(),
  keyDays: v.string(),
});

/** Counts of use as a custom entity: the platform has no increment, so a record is replaced under a condition. */
export const kvsUsageStore: UsageStore = {
  read: async (shard) => {
    const value: unknown = await stored('usage', () => kvs.entity(ENTITY).get(shardKey(shard)));
    if (value === undefined) return undefined;
    const parsed = v.safeParse(record, value);
    const usage = parsed.success ? decodeUsage(parsed.output) : undefined;
    if (usage === undefined) throw new StorageUnavailable('usage');
    return usage;
  },

  replace: async (changes) => {
    const [first] = changes;
    if (first !== undefined && first.seen === undefined) {
      return wroteUnless('KEY_CONFLICT', 'usage', () =>
        kvs
          .entity<StoredUsageShard>(ENTITY)
          .set(shardKey(first.shard), encodeUsage(first.next), { keyPolicy: 'FAIL_IF_EXISTS' }),
      );
    }
    const transaction = changes.reduce(
      (building, { shard, seen, next }) =>
        building.set<StoredUsageShard>(shardKey(shard), encodeUsage(next), {
          entityName: ENTITY,
          conditions: new Filter<StoredUsageShard>().and('version', FilterConditions.equalTo(seen?.version ?? 0)),
        }),
      kvs.transact(),
    );
    return wroteUnless('CONDITIONAL_CHECK_FAILED', 'usage', () => transaction.execute());
  },
};
