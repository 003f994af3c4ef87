import type { UsageShard } from '../../src/door/usage-shard';
import type { UsageStore } from '../../src/door/usage-store';

/**
 * Counts of use in memory, in which a write takes effect only over what was seen.
 *
 * @param turn awaited before every read and write, so that concurrent requests meet in any order
 */
export const createInMemoryUsage = (
  initial: readonly (readonly [number, UsageShard])[] = [],
  turn: () => Promise<void> = () => Promise.resolve(),
): UsageStore & { readonly writes: () => number; readonly shards: () => readonly UsageShard[] } => {
  const shards = new Map(initial);
  let writes = 0;
  return {
    read: async (shard) => {
      await turn();
      return shards.get(shard);
    },
    replace: async (changes) => {
      await turn();
      writes += 1;
      if (changes.some(({ shard, seen }) => shards.get(shard)?.version !== seen?.version)) return false;
      for (const { shard, next } of changes) shards.set(shard, next);
      return true;
    },
    writes: () => writes,
    shards: () => [...shards.values()],
  };
};
