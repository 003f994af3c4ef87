import { awaitAll } from './await-all';
import { excludesTooMuch } from './excludes-too-much';
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
import { rebaseExclusions } from './rebase-exclusions';
import { StorageUnavailable } from './storage-unavailable';

export type ChangeOutcome =
  | 'changed'
  | 'unchanged'
  /** The space would exclude more than it may, or there is no room for its record: nothing was changed. */
  | 'too-large'
  | 'busy';

/** Tries before a change gives up: each loss means that another admin's change has got through. */
const MAX_ATTEMPTS = 12;

/** For what is right however late it comes, as closing is. */
const ALWAYS = (): boolean => true;

/** What becomes of a space; each time anew from what is stored, so that a change after a lost race undoes nothing. */
const change = ({ key, exclusions }: SpaceEntry, wanted: RegistryChange): SpaceEntry => {
  switch (wanted.kind) {
    case 'open':
      return { key: wanted.key, exclusions };
    case 'close':
      return { exclusions };
    case 'exclude':
      return { ...(key === undefined ? {} : { key }), exclusions: rebaseExclusions(exclusions, wanted) };
  }
};

const withEntries = (shard: Shard, entries: ReadonlyMap<string, SpaceEntry>): string => {
  const kept = [...shard, ...entries].filter(([id, entry]) => isWorthKeeping(entries.get(id) ?? entry));
  return encodeShard(new Map(kept));
};

const isSame = (one: SpaceEntry, other: SpaceEntry): boolean =>
  one.key === other.key && isSameExclusions(one.exclusions, other.exclusions);

/** What is to become of a space. */
type Step = {
  readonly wanted: RegistryChange;
  readonly next: SpaceEntry;
  readonly verdict: 'change' | 'unchanged' | 'too-large';
};

const toStep = (shard: Shard, wanted: RegistryChange): Step => {
  const former = shard.get(wanted.spaceId) ?? CLOSED;
  const next = change(former, wanted);
  if (isSame(former, next)) return { wanted, next, verdict: 'unchanged' };
  const isRefused = wanted.kind === 'exclude' && excludesTooMuch(next.exclusions, former.exclusions);
  return { wanted, next, verdict: isRefused ? 'too-large' : 'change' };
};

/** @param outcome of the spaces that were to be changed */
const report = (steps: readonly Step[], outcome: ChangeOutcome): ReadonlyMap<string, ChangeOutcome> =>
  new Map(steps.map(({ wanted, verdict }) => [wanted.spaceId, verdict === 'change' ? outcome : verdict]));

/** All of the changes, which are of spaces of one shard, in one transaction. */
const changeShard = async (
  store: ShardStore,
  shard: number,
  {
    wanted,
    seen,
    mayWrite,
  }: {
    readonly wanted: readonly RegistryChange[];
    readonly seen?: StoredShard | undefined;
    readonly mayWrite: () => boolean;
  },
): Promise<ReadonlyMap<string, ChangeOutcome>> => {
  let steps: readonly Step[] = [];
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const stored = attempt === 0 && seen !== undefined ? seen : await store.readShard(shard);
    const spaces = toShard(shard, stored);
    steps = wanted.map((each) => toStep(spaces, each));
    const toMake = steps.filter(({ verdict }) => verdict === 'change');
    if (toMake.length === 0) return report(steps, 'unchanged');
    if (stored === undefined) {
      await store.createShard(shard);
      continue;
    }
    const text = withEntries(spaces, new Map(toMake.map(({ wanted: { spaceId }, next }) => [spaceId, next])));
    if (Buffer.byteLength(JSON.stringify(text)) > MAX_SHARD_BYTES) return report(steps, 'too-large');
    const next = { version: stored.version + 1, spaces: text };
    const changes = toMake.map((step) => step.wanted);
    if (!mayWrite()) break;
    if (await store.replaceShard(shard, stored.version, next, changes)) return report(steps, 'changed');
  }
  return report(steps, 'busy');
};

/**
 * Opens or closes one space, or changes what it excludes. A change is written only over the version it was made from, and
 * made again from the new one otherwise: concurrent changes of different spaces all take effect, as do opening or closing
 * and exclusions of one, and exclusions that say what they were made from. Exclusions that do not say it replace what there
 * is. `busy` after {@link MAX_ATTEMPTS} lost races, or when it is too late to write: nothing was changed.
 *
 * @param mayWrite is asked right before each write
 * @throws {StorageUnavailable}
 */
export const changeRegistry = async (
  store: ShardStore,
  wanted: RegistryChange,
  mayWrite: () => boolean = ALWAYS,
): Promise<ChangeOutcome> => {
  const outcomes = await changeShard(store, shardOf(wanted.spaceId), { wanted: [wanted], mayWrite });
  const outcome = outcomes.get(wanted.spaceId);
  if (outcome === undefined) throw new RangeError('a change of the registry has no outcome');
  return outcome;
};

/**
 * As {@link changeRegistry} for several spaces, of which none may be named twice, at most 24: one
 * transaction for each shard. What becomes of one shard says nothing of another.
 *
 * @param seen what is to be changed, read just now: without a race each shard is read no second time
 * @param mayWrite is asked right before each write
 */
export const changeSpaces = async (
  store: ShardStore,
  wanted: readonly RegistryChange[],
  seen: Registry,
  mayWrite: () => boolean = ALWAYS,
): Promise<ReadonlyMap<string, ChangeOutcome | 'storage-unavailable'>> => {
  const shards = [...new Set(wanted.map(({ spaceId }) => shardOf(spaceId)))];
  const outcomes = await awaitAll(
    shards.map(async (shard) => {
      const ofShard = wanted.filter(({ spaceId }) => shardOf(spaceId) === shard);
      try {
        return await changeShard(store, shard, { wanted: ofShard, seen: seen.shards[shard], mayWrite });
      } catch (error) {
        if (!(error instanceof StorageUnavailable)) throw error;
        return new Map(ofShard.map(({ spaceId }) => [spaceId, 'storage-unavailable'] as const));
      }
    }),
  );
  return new Map(outcomes.flatMap((each) => [...each]));
};
