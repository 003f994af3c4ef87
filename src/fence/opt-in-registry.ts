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

/** Storage of the registry. Reads are strictly consistent; `replaceShard` is all or nothing. */
export interface ShardStore {
  readShard(shard: number): Promise<StoredShard | undefined>;
  readDetails(spaceId: string): Promise<OptInDetails | undefined>;
  /** Writes version 0 unless the shard exists. */
  createShard(shard: number): Promise<void>;
  /** Writes the shard and the details of the changed space if the stored version is still `expected`; says whether. */
  replaceShard(shard: number, expected: number, next: StoredShard, change: RegistryChange): Promise<boolean>;
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
  const [stored, details] = await awaitAll([store.readShard(shard), store.readDetails(spaceId)]);
  const isOpen = decode(shard, stored).has(spaceId);
  return isOpen && details !== undefined ? { isOpen, details } : { isOpen };
};

/** Since when spaces are open: one record each, one round trip. Not for decisions. @throws {StorageUnavailable} */
export const readOptInDetails = async (
  store: ShardStore,
  spaceIds: readonly string[],
): Promise<ReadonlyMap<string, OptInDetails>> => {
  const found = await awaitAll(spaceIds.map(async (id) => [id, await store.readDetails(id)] as const));
  return new Map(found.flatMap(([id, details]) => (details === undefined ? [] : [[id, details]])));
};

const apply = (spaces: OpenSpaces, change: RegistryChange): string => {
  const next = new Map(spaces);
  if (change.kind === 'open') next.set(change.spaceId, change.key);
  else next.delete(change.spaceId);
  return encodeShard(next);
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
    const next = { version: stored.version + 1, spaces: apply(spaces, change) };
    if (await store.replaceShard(shard, stored.version, next, change)) return 'changed';
  }
  return 'busy';
};
