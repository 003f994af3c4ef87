import { Filter, FilterConditions, kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { OptInDetails, ShardStore, StoredShard } from '../fence/opt-in-registry';
import { EMPTY_SHARD } from '../fence/opt-in-shard';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { stored, wroteUnless } from './kvs-failure';

const ENTITY = 'opt-in-shard';
const shardKey = (shard: number): string => `shard-${shard}`;
const detailsKey = (spaceId: string): string => `opt-in-details:${spaceId}`;

const shardRecord = v.strictObject({ version: v.pipe(v.number(), v.integer()), spaces: v.string() });
const detailsRecord = v.strictObject({ at: v.string(), by: v.string() });

/**
 * The registry in Forge storage: shards as a custom entity, because only entities can be written under a condition, and
 * single `get`s, because only they are strictly consistent and not limited to 45 a minute as batches are.
 *
 * @see https://developer.atlassian.com/platform/forge/storage-reference/transactions-entities/
 * @see https://developer.atlassian.com/platform/forge/storage-reference/batchops/
 */
export const kvsShardStore: ShardStore = {
  readShard: async (shard) => {
    const value: unknown = await stored('opt-in shard', () => kvs.entity(ENTITY).get(shardKey(shard)));
    if (value === undefined) return undefined;
    const parsed = v.safeParse(shardRecord, value);
    if (!parsed.success) throw new StorageUnavailable('opt-in shard');
    return parsed.output;
  },

  readDetails: async (spaceId) => {
    const value: unknown = await stored('opt-in details', () => kvs.get(detailsKey(spaceId)));
    if (value === undefined) return undefined;
    const parsed = v.safeParse(detailsRecord, value);
    if (!parsed.success) throw new StorageUnavailable('opt-in details');
    return parsed.output;
  },

  createShard: async (shard) => {
    const empty: StoredShard = { version: 0, spaces: EMPTY_SHARD };
    // Losing means that the shard exists by now, which is all that was wanted.
    await wroteUnless('KEY_CONFLICT', 'opt-in shard', () =>
      kvs.entity<StoredShard>(ENTITY).set(shardKey(shard), empty, { keyPolicy: 'FAIL_IF_EXISTS' }),
    );
  },

  replaceShard: (shard, expected, next, changes) =>
    wroteUnless('CONDITIONAL_CHECK_FAILED', 'opt-in shard', () => {
      const transaction = kvs.transact().set<StoredShard>(shardKey(shard), next, {
        entityName: ENTITY,
        conditions: new Filter<StoredShard>().and('version', FilterConditions.equalTo(expected)),
      });
      return changes
        .reduce((building, change) => {
          switch (change.kind) {
            case 'open':
              return building.set<OptInDetails>(detailsKey(change.spaceId), change.details);
            case 'close':
              return building.delete(detailsKey(change.spaceId));
            case 'exclude':
              return building;
          }
        }, transaction)
        .execute();
    }),
};
