import type { ShardStore } from '../../src/fence/opt-in-registry';
import { encodeShard, MAX_SHARD_BYTES, shardOf } from '../../src/fence/opt-in-shard';
import { createInMemoryShardStore } from './in-memory-shard-store';

/** A registry in which a space has no room any more: its shard has less than its line would take. */
export const createFullShardStore = (spaceId: string): ShardStore => {
  const { store, shards } = createInMemoryShardStore();
  const filledWith = (key: string): string =>
    encodeShard(new Map([['1', { key, exclusions: { labels: [], trees: [], blogPosts: false } }]]));
  const room = MAX_SHARD_BYTES - Buffer.byteLength(JSON.stringify(filledWith('K')));
  shards.set(shardOf(spaceId), { version: 0, spaces: filledWith('K'.repeat(room)) });
  return store;
};
