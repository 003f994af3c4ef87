import { awaitAll } from './await-all';
import { NO_EXCLUSIONS, type Exclusions } from './exclusions';
import {
  decodeShard,
  EMPTY_SHARD,
  SHARD_COUNT,
  shardOf,
  type OpenSpaces,
  type Shard,
  type SpaceEntry,
} from './opt-in-shard';
import type { ExclusionsChange } from './rebase-exclusions';
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
   * Writes the shard, and the details of the spaces that are opened or closed, if the stored version is still `expected`;
   * says whether. At most 24 changes: a transaction may have 25 operations, one of which is the shard.
   */
  replaceShard(
    shard: number,
    expected: number,
    next: StoredShard,
    changes: readonly RegistryChange[],
  ): Promise<boolean>;
}

export type RegistryChange =
  | { readonly kind: 'open'; readonly spaceId: string; readonly key: string; readonly details: OptInDetails }
  /** Keeps the exclusions: a space that is opened again is not wider than it was. */
  | { readonly kind: 'close'; readonly spaceId: string }
  /** Of an open or a closed space. */
  | ({ readonly kind: 'exclude'; readonly spaceId: string } & ExclusionsChange);

/** Reads a shard as it is stored. @throws {StorageUnavailable} for what this app has not written */
export const toShard = (shard: number, stored: StoredShard | undefined): Shard => {
  const spaces = decodeShard(stored?.spaces ?? EMPTY_SHARD);
  if (spaces === undefined) throw new StorageUnavailable(`opt-in shard ${shard}`);
  return spaces;
};

/** The registry as it was read. */
export type Registry = {
  /** Open spaces, and closed ones that exclude something. */
  readonly spaces: ReadonlyMap<string, SpaceEntry>;
  /** By number. */
  readonly shards: readonly (StoredShard | undefined)[];
};

/** Everything that is kept of spaces, now: one strictly consistent round trip. @throws {StorageUnavailable} */
export const readRegistry = async (store: ShardStore): Promise<Registry> => {
  const shards = await awaitAll(Array.from({ length: SHARD_COUNT }, (_, shard) => store.readShard(shard)));
  return { spaces: new Map(shards.flatMap((stored, shard) => [...toShard(shard, stored)])), shards };
};

/** Which spaces of a registry are open, and without what. */
const openSpacesOf = ({ spaces }: Registry): OpenSpaces =>
  new Map(
    [...spaces].flatMap(([id, { key, exclusions }]) => (key === undefined ? [] : [[id, { key, exclusions }] as const])),
  );

/** Which spaces are open, and without what, now: one strictly consistent round trip. @throws {StorageUnavailable} */
export const readOpenSpaces = async (store: ShardStore): Promise<OpenSpaces> => openSpacesOf(await readRegistry(store));

/** How a space stands in the registry. */
export type OptIn = {
  readonly isOpen: boolean;
  /** Of an open space. */
  readonly details?: OptInDetails;
  readonly exclusions: Exclusions;
};

/** How it stands with a space of which nothing is kept. */
export const CLOSED: SpaceEntry = { exclusions: NO_EXCLUSIONS };

/** How one space stands: two records, one round trip. @throws {StorageUnavailable} */
export const readOptIn = async (store: ShardStore, spaceId: string): Promise<OptIn> => {
  const shard = shardOf(spaceId);
  const [stored, details] = await awaitAll([store.readShard(shard), store.readDetails(spaceId)]);
  const { key, exclusions } = toShard(shard, stored).get(spaceId) ?? CLOSED;
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
