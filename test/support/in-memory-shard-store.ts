import type { OptInDetails, ShardStore, StoredShard } from '../../src/fence/opt-in-registry';

import { EMPTY_SHARD } from '../../src/fence/opt-in-shard';

/**
 * A shard store in memory that answers in the order of asking but never at once, so that concurrent changes meet.
 * `beforeReplace` runs right before a conditional write: what it does gets in first.
 */
export const createInMemoryShardStore = (beforeReplace: () => Promise<void> = () => Promise.resolve()) => {
  const shards = new Map<number, StoredShard>();
  const details = new Map<string, OptInDetails>();
  let writes = 0;
  let reads = 0;
  const store: ShardStore = {
    readShard: async (shard) => {
      reads += 1;
      await Promise.resolve();
      return shards.get(shard);
    },
    readDetails: async (spaceId) => {
      await Promise.resolve();
      return details.get(spaceId);
    },
    createShard: async (shard) => {
      await Promise.resolve();
      if (!shards.has(shard)) shards.set(shard, { version: 0, spaces: EMPTY_SHARD });
    },
    replaceShard: async (shard, expected, next, changes) => {
      await beforeReplace();
      if (shards.get(shard)?.version !== expected) return false;
      shards.set(shard, next);
      for (const change of changes) {
        if (change.kind === 'open') details.set(change.spaceId, change.details);
        if (change.kind === 'close') details.delete(change.spaceId);
      }
      writes += 1;
      return true;
    },
  };
  return { store, shards, writes: () => writes, reads: () => reads };
};
