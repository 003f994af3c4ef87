import { awaitAll } from '../fence/await-all';
import type { Limits } from '../fence/policy';
import { StorageUnavailable } from '../fence/storage-unavailable';
import {
  exceeded,
  findRoom,
  limitStates,
  retryAfterOf,
  standingOf,
  type LimitStates,
  type Need,
  type Portion,
} from './usage-limits';
import { EMPTY_USAGE, USAGE_SHARDS, windowsOf, withKeyUsed, type UsageShard } from './usage-shard';
import type { UsageStore } from './usage-store';

/** Lost races after which storage counts as unavailable. Each means that another request got through. */
const MAX_ATTEMPTS = 200;
/** Giving back is not worth as much: what is not given back is on the safe side. */
const MAX_GIVE_BACK_ATTEMPTS = 10;

/** Milliseconds to wait at most after the first lost race, the second and so on; the last holds for all further ones. */
const LONGEST_PAUSES_MS = [150, 1000, 5000];

/** Waits for some milliseconds. */
export type Pause = (ms: number) => Promise<void>;

/**
 * Losers of a race come back spread over a while: all at once, they would only lose again, at the price of a reading each,
 * of which the installation has 4,000 a minute.
 */
const pauseAfter = (lostRaces: number, random: number): number =>
  random * (LONGEST_PAUSES_MS[lostRaces - 1] ?? Math.max(...LONGEST_PAUSES_MS));

/** The shards as they were read. */
export type SeenUsage = readonly (UsageShard | undefined)[];

/** What is put by, and how it is noted. */
export type Reservation = {
  readonly need: Need;
  /** Noted with the request's own reservation, not with further ones. */
  readonly note?: { readonly keyId: string; readonly isSearch: boolean };
};

export type ReserveOutcome =
  | {
      readonly kind: 'reserved';
      readonly portions: readonly Portion[];
      /** With this reservation in it. */
      readonly states: LimitStates;
      readonly seen: SeenUsage;
    }
  | { readonly kind: 'refused'; readonly states: LimitStates; readonly retryAfter: number };

export type ReserveInput = {
  readonly seen: SeenUsage;
  readonly limits: Limits;
  readonly reservation: Reservation;
  readonly nowMs: number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly pause: Pause;
};

/** Reads the counts of use: one round trip. @throws {StorageUnavailable} */
export const readUsage = (store: UsageStore): Promise<SeenUsage> =>
  awaitAll(Array.from({ length: USAGE_SHARDS }, (_, shard) => store.read(shard)));

const add = (shard: UsageShard, portion: Portion, note: Reservation['note']): UsageShard => ({
  ...shard,
  version: shard.version + 1,
  requests: shard.requests + portion.requests,
  points: shard.points + portion.points,
  ...(note === undefined || portion.requests === 0
    ? {}
    : {
        searches: shard.searches + (note.isSearch ? 1 : 0),
        keyDays: withKeyUsed(shard.keyDays, note.keyId, shard.day),
      }),
});

/** Reads some shards again. */
const readAgain = async (store: UsageStore, seen: SeenUsage, shards: readonly number[]): Promise<SeenUsage> => {
  const fresh = new Map(await awaitAll(shards.map(async (shard) => [shard, await store.read(shard)] as const)));
  return seen.map((former, shard) => (fresh.has(shard) ? fresh.get(shard) : former));
};

/** Several records can only be replaced at once when they exist. */
const createMissing = async (store: UsageStore, seen: SeenUsage, portions: readonly Portion[]): Promise<boolean> => {
  const missing = portions.length === 1 ? [] : portions.filter(({ shard }) => seen[shard] === undefined);
  await awaitAll(missing.map(({ shard }) => store.replace([{ shard, seen: undefined, next: EMPTY_USAGE }])));
  return missing.length > 0;
};

/**
 * Puts by what a request may use, before it uses it. Never lets the windows' counts rise above the limits, however many
 * ask at once: a count is written only over the value it was made from. Refuses only what would exceed a limit. One write
 * where no other request comes between.
 *
 * @throws {StorageUnavailable}
 */
export const reserveUsage = async (
  store: UsageStore,
  { seen: first, limits, reservation: { need, note }, nowMs, random, pause }: ReserveInput,
): Promise<ReserveOutcome> => {
  const windows = windowsOf(nowMs);
  let seen = first;
  let fresh: readonly number[] = seen.map((_, shard) => shard);
  let pick = random();
  let attempt = 0;
  while (attempt < MAX_ATTEMPTS) {
    const standing = standingOf(seen, windows);
    const states = limitStates(standing, limits, nowMs);
    const over = exceeded(states, need);
    const portions = over.length > 0 ? undefined : findRoom(standing, { limits, need, random: pick });
    if (portions === undefined)
      return { kind: 'refused', states, retryAfter: retryAfterOf(over.length > 0 ? over : Object.values(states)) };
    const shards = portions.map(({ shard }) => shard);
    // After a pause only what is written is read again: each reading counts against the installation's units.
    if (shards.every((shard) => fresh.includes(shard)) && !(await createMissing(store, seen, portions))) {
      const changes = portions.map((portion) => {
        const { shard } = portion;
        return { shard, seen: seen[shard], next: add(standing[shard] ?? EMPTY_USAGE, portion, note) };
      });
      if (await store.replace(changes)) {
        const nextOf = new Map(changes.map(({ shard, next }) => [shard, next]));
        const after = seen.map((former, shard) => nextOf.get(shard) ?? former);
        return {
          kind: 'reserved',
          portions,
          states: limitStates(standingOf(after, windows), limits, nowMs),
          seen: after,
        };
      }
      attempt += 1;
      await pause(pauseAfter(attempt, random()));
      fresh = [];
      pick = random();
      continue;
    }
    seen = await readAgain(store, seen, shards);
    fresh = [...fresh, ...shards];
  }
  throw new StorageUnavailable('usage');
};

/** Parts an amount over the shards that it was taken from, none of which gets back more than it gave. */
const partOver = (
  portions: readonly Portion[],
  amount: number,
): readonly (readonly [shard: number, points: number])[] => {
  const taken = new Map<number, number>();
  for (const { shard, points } of portions) taken.set(shard, (taken.get(shard) ?? 0) + points);
  let left = amount;
  return [...taken].flatMap(([shard, points]) => {
    const part = Math.min(points, left);
    left -= part;
    return part === 0 ? [] : [[shard, part] as const];
  });
};

/**
 * Gives points back that were put by and not spent, unless their hour is over. When it does not succeed, they count as
 * spent.
 *
 * @param portions all that was put by
 * @throws {StorageUnavailable}
 */
export const giveBackPoints = async (
  store: UsageStore,
  {
    seen: first,
    portions,
    points,
    reservedAtMs,
  }: {
    readonly seen: SeenUsage;
    readonly portions: readonly Portion[];
    readonly points: number;
    readonly reservedAtMs: number;
  },
): Promise<void> => {
  const windows = windowsOf(reservedAtMs);
  const parts = partOver(portions, points);
  if (parts.length === 0) return;
  let seen = first;
  for (let attempt = 0; attempt < MAX_GIVE_BACK_ATTEMPTS; attempt += 1) {
    const changes = parts.flatMap(([shard, part]) => {
      const current = seen[shard];
      if (current?.hour !== windows.hour) return [];
      return [
        {
          shard,
          seen: current,
          next: { ...current, version: current.version + 1, points: Math.max(0, current.points - part) },
        },
      ];
    });
    if (changes.length === 0 || (await store.replace(changes))) return;
    seen = await readAgain(
      store,
      seen,
      parts.map(([shard]) => shard),
    );
  }
};
