import { awaitAll } from './await-all';
import {
  CLOSED,
  toShard,
  type Registry,
  type RegistryChange,
  type ShardStore,
  type StoredShard,
} from './opt-in-registry';
import {
  encodeShard,
  isSameExclusions,
  isWorthKeeping,
  MAX_SHARD_BYTES,
  shardOf,
  type Shard,
  type SpaceEntry,
} from './opt-in-shard';
import { StorageUnavailable } from './storage-unavailable';

export type ChangeOutcome =
  | 'changed'
  | 'unchanged'
  /** The record of the space would be too large: nothing was changed. */
  | 'too-large'
  | 'busy';

/** Tries before a change gives up: each loss means that another admin's change has got through. */
const MAX_ATTEMPTS = 12;

const change = ({ key, exclusions }: SpaceEntry, wanted: RegistryChange): SpaceEntry => {
  switch (wanted.kind) {
    case 'open':
      return { key: wanted.key, exclusions };
    case 'close':
      return { exclusions };
    case 'exclude':
      return { ...(key === undefined ? {} : { key }), exclusions: wanted.exclusions };
  }
};

const withEntries = (shard: Shard, entries: ReadonlyMap<string, SpaceEntry>): string => {
  const kept = [...shard, ...entries].filter(([id, entry]) => isWorthKeeping(entries.get(id) ?? entry));
  return encodeShard(new Map(kept));
};

const isSame = (one: SpaceEntry, other: SpaceEntry): boolean =>
  one.key === other.key && isSameExclusions(one.exclusions, other.exclusions);

/** All of the changes, which are of spaces of one shard, in one transaction. */
const changeShard = async (
  store: ShardStore,
  shard: number,
  { wanted, seen }: { readonly wanted: readonly RegistryChange[]; readonly seen?: StoredShard | undefined },
): Promise<ReadonlyMap<string, ChangeOutcome>> => {
  const outcomes = (changed: readonly RegistryChange[], outcome: ChangeOutcome) =>
    new Map(wanted.map((each) => [each.spaceId, changed.includes(each) ? outcome : 'unchanged'] as const));
  let changed = wanted;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const stored = attempt === 0 && seen !== undefined ? seen : await store.readShard(shard);
    const spaces = toShard(shard, stored);
    const entries = new Map(wanted.map((each) => [each.spaceId, change(spaces.get(each.spaceId) ?? CLOSED, each)]));
    changed = wanted.filter(({ spaceId }) => !isSame(spaces.get(spaceId) ?? CLOSED, entries.get(spaceId) ?? CLOSED));
    if (changed.length === 0) break;
    if (stored === undefined) {
      await store.createShard(shard);
      continue;
    }
    const text = withEntries(spaces, entries);
    if (Buffer.byteLength(JSON.stringify(text)) > MAX_SHARD_BYTES) return outcomes(changed, 'too-large');
    const next = { version: stored.version + 1, spaces: text };
    if (await store.replaceShard(shard, stored.version, next, changed)) return outcomes(changed, 'changed');
  }
  return outcomes(changed, 'busy');
};

/**
 * Opens or closes one space, or changes what it excludes. Concurrent changes by several admins all take effect: a change
 * is written only over the version it was made from, and made again otherwise. `busy` after {@link MAX_ATTEMPTS} lost
 * races: nothing was changed.
 *
 * @throws {StorageUnavailable}
 */
export const changeRegistry = async (store: ShardStore, wanted: RegistryChange): Promise<ChangeOutcome> => {
  const outcomes = await changeShard(store, shardOf(wanted.spaceId), { wanted: [wanted] });
  return outcomes.get(wanted.spaceId) ?? 'busy';
};

/**
 * As {@link changeRegistry} for several spaces, of which none may be named twice, at most 24: one
 * transaction for each shard. What becomes of one shard says nothing of another.
 *
 * @param seen what is to be changed, read just now: without a race each shard is read no second time
 */
export const changeSpaces = async (
  store: ShardStore,
  wanted: readonly RegistryChange[],
  seen: Registry,
): Promise<ReadonlyMap<string, ChangeOutcome | 'storage-unavailable'>> => {
  const shards = [...new Set(wanted.map(({ spaceId }) => shardOf(spaceId)))];
  const outcomes = await awaitAll(
    shards.map(async (shard) => {
      const ofShard = wanted.filter(({ spaceId }) => shardOf(spaceId) === shard);
      try {
        return await changeShard(store, shard, { wanted: ofShard, seen: seen.shards[shard] });
      } catch (error) {
        if (!(error instanceof StorageUnavailable)) throw error;
        return new Map(ofShard.map(({ spaceId }) => [spaceId, 'storage-unavailable'] as const));
      }
    }),
  );
  return new Map(outcomes.flatMap((each) => [...each]));
};
