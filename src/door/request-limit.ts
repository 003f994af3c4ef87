import { awaitAll } from '../fence/await-all';

/** Requests are counted in this many records, so that concurrent ones seldom meet. */
const COUNTER_SHARDS = 4;

const WINDOW_MS = 60_000;
/** Lost races after which a request counts as one too many: refusing is the safe side. */
const MAX_ATTEMPTS = 24;

export type RequestCount = { readonly window: number; readonly count: number };

/** Storage of the counters. Reads are strictly consistent. */
export interface RequestCountStore {
  read(shard: number): Promise<RequestCount | undefined>;
  /** Writes `next` if the record still is `seen` (`undefined`: does not exist); says whether it did. */
  replace(shard: number, seen: RequestCount | undefined, next: RequestCount): Promise<boolean>;
}

/** How many requests of the current window were served, by shard. */
export type Admissions = {
  readonly window: number;
  readonly seen: readonly (RequestCount | undefined)[];
};

export type LimitState = {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until the window ends, at least 1. */
  readonly resetSeconds: number;
};

const countIn = (window: number, count: RequestCount | undefined): number =>
  count?.window === window ? count.count : 0;

/** Shares of the limit add up to the limit, so no shard needs to know of another. */
const shareOf = (limit: number, shard: number): number =>
  Math.floor(limit / COUNTER_SHARDS) + (shard < limit % COUNTER_SHARDS ? 1 : 0);

/** Reads the counters: one round trip. @throws {StorageUnavailable} */
export const readAdmissions = async (store: RequestCountStore, nowMs: number): Promise<Admissions> => ({
  window: Math.floor(nowMs / WINDOW_MS),
  seen: await awaitAll(Array.from({ length: COUNTER_SHARDS }, (_, shard) => store.read(shard))),
});

/** Where the installation stands; `limit` 0 has no state. */
export const limitState = (admissions: Admissions, limit: number, nowMs: number): LimitState | undefined => {
  if (limit === 0) return undefined;
  const used = admissions.seen.reduce((sum, count) => sum + countIn(admissions.window, count), 0);
  const resetSeconds = Math.max(1, Math.ceil(((admissions.window + 1) * WINDOW_MS - nowMs) / 1000));
  return { limit, remaining: Math.max(0, limit - used), resetSeconds };
};

/**
 * Counts one request against the limit. Never lets more than `limit` requests of a window through, however many arrive
 * at once: a count is written only over the value it was made from.
 *
 * @param random in [0, 1): where to begin, so that concurrent requests spread over the shards
 * @returns whether the request is within the limit
 * @throws {StorageUnavailable}
 */
export const countRequest = async (
  store: RequestCountStore,
  {
    admissions,
    limit,
    random,
  }: { readonly admissions: Admissions; readonly limit: number; readonly random: () => number },
): Promise<boolean> => {
  if (limit === 0) return true;
  const seen = [...admissions.seen];
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const shard = pickShard(seen, { window: admissions.window, limit, random: random() });
    if (shard === undefined) return false;
    const next = { window: admissions.window, count: countIn(admissions.window, seen[shard]) + 1 };
    if (await store.replace(shard, seen[shard], next)) return true;
    seen[shard] = await store.read(shard);
  }
  return false;
};

const pickShard = (
  seen: readonly (RequestCount | undefined)[],
  { window, limit, random }: { readonly window: number; readonly limit: number; readonly random: number },
): number | undefined => {
  const withRoom = Array.from({ length: COUNTER_SHARDS }, (_, shard) => shard).filter(
    // A record of a later window belongs to a clock ahead of this one: leave it alone.
    (shard) => (seen[shard]?.window ?? 0) <= window && countIn(window, seen[shard]) < shareOf(limit, shard),
  );
  return withRoom[Math.floor(random * withRoom.length)];
};
