import { awaitAll } from './await-all';
import { decodeShard, EMPTY_SHARD, encodeShard, shardOf, SHARD_COUNT, type OpenSpaces } from './opt-in-shard';
import { StorageUnavailable } from './storage-unavailable';

/** A shard as it is stored. */
export type StoredShard = { readonly version: number; readonly spaces: string };

/** When and by whom a space was opened. */
export type OptInDetails = {
  /** RFC 3339. */
  readonly at: string;
  /** Account id. */
  readonly by: string;
};
export type ShardDetails = Readonly<Record<string, OptInDetails>>;

/** Storage of the registry. Reads are strictly consistent; `replaceShard` is all or nothing. */
export interface ShardStore {
  readShard(shard: number): Promise<StoredShard | undefined>;
  readDetails(shard: number): Promise<ShardDetails>;
  /** Writes version 0 unless the shard exists. */
  createShard(shard: number): Promise<void>;
  /** Writes both records if the stored version is still `expected`; says whether it did. */
  replaceShard(shard: number, expected: number, next: StoredShard, details: ShardDetails): Promise<boolean>;
}

export type RegistryChange =
  | { readonly kind: 'open'; readonly spaceId: string; readonly key: string; readonly details: OptInDetails }
  | { readonly kind: 'close'; readonly spaceId: string };

export type ChangeOutcome = 'changed' | 'unchanged' | 'busy';

/** Tries before a change gives up: each loss means that another admin's change has got through. */
const MAX_ATTEMPTS = 12;

const decode = (shard: number, stored: StoredShard | undefined): OpenSpaces => {
  const spaces = decodeShard(stored?.spaces ?? EMPTY_SHARD);
  if (spaces === undefined) throw new StorageUnavailable(`opt-in shard ${shard}`);
  return spaces;
};

/** Which spaces are open, now: one strictly consistent round trip. @throws {StorageUnavailable} */
export const readOpenSpaces = async (store: ShardStore): Promise<OpenSpaces> => {
  const shards = await awaitAll(
    Array.from({ length: SHARD_COUNT }, async (_, shard) => decode(shard, await store.readShard(shard))),
  );
  return new Map(shards.flatMap((spaces) => [...spaces]));
};

/** Whether one space is open, and since when: two records, one round trip. @throws {StorageUnavailable} */
export const readOptIn = async (
  store: ShardStore,
  spaceId: string,
): Promise<{ readonly isOpen: boolean; readonly details?: OptInDetails }> => {
  const shard = shardOf(spaceId);
  const [stored, details] = await awaitAll([store.readShard(shard), store.readDetails(shard)]);
  const isOpen = decode(shard, stored).has(spaceId);
  const own = details[spaceId];
  return isOpen && own !== undefined ? { isOpen, details: own } : { isOpen };
};

/** Since when the open spaces are open. Not for decisions. @throws {StorageUnavailable} */
export const readOptInDetails = async (store: ShardStore): Promise<ReadonlyMap<string, OptInDetails>> => {
  const shards = await awaitAll(Array.from({ length: SHARD_COUNT }, (_, shard) => store.readDetails(shard)));
  return new Map(shards.flatMap((details) => Object.entries(details)));
};

const apply = (spaces: OpenSpaces, details: ShardDetails, change: RegistryChange) => {
  const nextSpaces = new Map(spaces);
  const nextDetails = new Map(Object.entries(details));
  if (change.kind === 'open') {
    nextSpaces.set(change.spaceId, change.key);
    nextDetails.set(change.spaceId, change.details);
  } else {
    nextSpaces.delete(change.spaceId);
    nextDetails.delete(change.spaceId);
  }
  return { spaces: encodeShard(nextSpaces), details: Object.fromEntries(nextDetails) };
};

const isDone = (spaces: OpenSpaces, change: RegistryChange): boolean =>
  change.kind === 'open' ? spaces.get(change.spaceId) === change.key : !spaces.has(change.spaceId);

/**
 * Opens or closes one space. Concurrent changes by several admins all take effect: a change is written only over the
 * version it was made from, and made again otherwise. `busy` after {@link MAX_ATTEMPTS} lost races: nothing was changed.
 *
 * @throws {StorageUnavailable}
 */
export const changeRegistry = async (store: ShardStore, change: RegistryChange): Promise<ChangeOutcome> => {
  const shard = shardOf(change.spaceId);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const stored = await store.readShard(shard);
    const spaces = decode(shard, stored);
    if (isDone(spaces, change)) return 'unchanged';
    if (stored === undefined) {
      await store.createShard(shard);
      continue;
    }
    // Read after the shard: if somebody writes in between, the version no longer fits and the write is refused.
    const next = apply(spaces, await store.readDetails(shard), change);
    const replacement = { version: stored.version + 1, spaces: next.spaces };
    if (await store.replaceShard(shard, stored.version, replacement, next.details)) return 'changed';
  }
  return 'busy';
};
