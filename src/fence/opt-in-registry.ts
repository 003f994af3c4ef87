import { awaitAll } from './await-all';
import { NO_EXCLUSIONS, type Exclusions } from './exclusions';
import {
  decodeShard,
  EMPTY_SHARD,
  encodeShard,
  isSameExclusions,
  isWorthKeeping,
  MAX_SHARD_BYTES,
  SHARD_COUNT,
  shardOf,
  type OpenSpaces,
  type Shard,
  type SpaceEntry,
} from './opt-in-shard';
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
  /**
   * Writes the shard, and the details of a space that is opened or closed, if the stored version is still `expected`;
   * says whether.
   */
  replaceShard(shard: number, expected: number, next: StoredShard, change: RegistryChange): Promise<boolean>;
}

export type RegistryChange =
  | { readonly kind: 'open'; readonly spaceId: string; readonly key: string; readonly details: OptInDetails }
  /** Keeps the exclusions: a space that is opened again is not wider than it was. */
  | { readonly kind: 'close'; readonly spaceId: string }
  /** Of an open or a closed space, in place of those it had. */
  | { readonly kind: 'exclude'; readonly spaceId: string; readonly exclusions: Exclusions };

export type ChangeOutcome =
  | 'changed'
  | 'unchanged'
  /** The record of the space would be too large: nothing was changed. */
  | 'too-large'
  | 'busy';

/** Tries before a change gives up: each loss means that another admin's change has got through. */
const MAX_ATTEMPTS = 12;

const decode = (shard: number, stored: StoredShard | undefined): Shard => {
  const spaces = decodeShard(stored?.spaces ?? EMPTY_SHARD);
  if (spaces === undefined) throw new StorageUnavailable(`opt-in shard ${shard}`);
  return spaces;
};

/** Which spaces are open, and without what, now: one strictly consistent round trip. @throws {StorageUnavailable} */
export const readOpenSpaces = async (store: ShardStore): Promise<OpenSpaces> => {
  const shards = await awaitAll(
    Array.from({ length: SHARD_COUNT }, async (_, shard) => decode(shard, await store.readShard(shard))),
  );
  return new Map(
    shards.flatMap((shard) =>
      [...shard].flatMap(([id, { key, exclusions }]) =>
        key === undefined ? [] : [[id, { key, exclusions }] as const],
      ),
    ),
  );
};

/** How a space stands in the registry. */
export type OptIn = {
  readonly isOpen: boolean;
  /** Of an open space. */
  readonly details?: OptInDetails;
  readonly exclusions: Exclusions;
};

const CLOSED: SpaceEntry = { exclusions: NO_EXCLUSIONS };

/** How one space stands: two records, one round trip. @throws {StorageUnavailable} */
export const readOptIn = async (store: ShardStore, spaceId: string): Promise<OptIn> => {
  const shard = shardOf(spaceId);
  const [stored, details] = await awaitAll([store.readShard(shard), store.readDetails(spaceId)]);
  const { key, exclusions } = decode(shard, stored).get(spaceId) ?? CLOSED;
  const isOpen = key !== undefined;
  return { isOpen, exclusions, ...(isOpen && details !== undefined ? { details } : {}) };
};

/** Since when spaces are open: one record each, one round trip. Not for decisions. @throws {StorageUnavailable} */
export const readOptInDetails = async (
  store: ShardStore,
  spaceIds: readonly string[],
): Promise<ReadonlyMap<string, OptInDetails>> => {
  const found = await awaitAll(spaceIds.map(async (id) => [id, await store.readDetails(id)] as const));
  return new Map(found.flatMap(([id, details]) => (details === undefined ? [] : [[id, details]])));
};

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

const withEntry = (shard: Shard, spaceId: string, entry: SpaceEntry): string => {
  const next = new Map(shard);
  if (isWorthKeeping(entry)) next.set(spaceId, entry);
  else next.delete(spaceId);
  return encodeShard(next);
};

/**
 * Opens or closes one space, or changes what it excludes. Concurrent changes by several admins all take effect: a change
 * is written only over the version it was made from, and made again otherwise. `busy` after {@link MAX_ATTEMPTS} lost
 * races: nothing was changed.
 *
 * @throws {StorageUnavailable}
 */
export const changeRegistry = async (store: ShardStore, wanted: RegistryChange): Promise<ChangeOutcome> => {
  const shard = shardOf(wanted.spaceId);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const stored = await store.readShard(shard);
    const spaces = decode(shard, stored);
    const before = spaces.get(wanted.spaceId) ?? CLOSED;
    const after = change(before, wanted);
    if (before.key === after.key && isSameExclusions(before.exclusions, after.exclusions)) return 'unchanged';
    if (stored === undefined) {
      await store.createShard(shard);
      continue;
    }
    const text = withEntry(spaces, wanted.spaceId, after);
    if (Buffer.byteLength(JSON.stringify(text)) > MAX_SHARD_BYTES) return 'too-large';
    if (await store.replaceShard(shard, stored.version, { version: stored.version + 1, spaces: text }, wanted)) {
      return 'changed';
    }
  }
  return 'busy';
};
