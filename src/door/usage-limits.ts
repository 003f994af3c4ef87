import type { Limits } from '../fence/policy';
import { EMPTY_USAGE, inWindows, USAGE_SHARDS, type UsageShard, type Windows } from './usage-shard';

/** What a request needs of the limits. */
export type Need = { readonly requests: 0 | 1; readonly points: number };

/** What is taken from one shard. */
export type Portion = Need & { readonly shard: number };

/** Where the installation stands with one limit. */
export type LimitState = {
  readonly limit: number;
  readonly used: number;
  /** Seconds until the window ends, at least 1. */
  readonly resetSeconds: number;
};

/** A limit that is 0 has no state. */
export type LimitStates = { readonly requests?: LimitState; readonly points?: LimitState };

/** All shards as they stand now. */
export type Standing = readonly UsageShard[];

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

export const standingOf = (seen: readonly (UsageShard | undefined)[], windows: Windows): Standing =>
  seen.map((shard) => inWindows(shard ?? EMPTY_USAGE, windows));

const usedOf = (standing: Standing, what: keyof Need): number => standing.reduce((sum, shard) => sum + shard[what], 0);

const secondsLeft = (windowMs: number, nowMs: number): number =>
  Math.max(1, Math.ceil((windowMs - (nowMs % windowMs)) / 1000));

export const limitStates = (
  standing: Standing,
  { requestsPerMinute, pointsPerHour }: Limits,
  nowMs: number,
): LimitStates => ({
  ...(requestsPerMinute === 0
    ? {}
    : {
        requests: {
          limit: requestsPerMinute,
          used: usedOf(standing, 'requests'),
          resetSeconds: secondsLeft(MINUTE_MS, nowMs),
        },
      }),
  ...(pointsPerHour === 0
    ? {}
    : {
        points: { limit: pointsPerHour, used: usedOf(standing, 'points'), resetSeconds: secondsLeft(HOUR_MS, nowMs) },
      }),
});

/** Shares of a limit add up to the limit, so no shard needs to know of another. */
const shareOf = (limit: number, shard: number): number =>
  Math.floor(limit / USAGE_SHARDS) + (shard < limit % USAGE_SHARDS ? 1 : 0);

const roomIn = (limit: number, shard: number, used: number): number =>
  limit === 0 ? Infinity : Math.max(0, shareOf(limit, shard) - used);

/** Takes as much as there is from one shard after the other; `undefined` when all of them have less. */
const takeFrom = (rooms: readonly number[], amount: number): readonly number[] | undefined => {
  let missing = amount;
  const taken = rooms.map((room) => {
    const part = Math.min(room, missing);
    missing -= part;
    return part;
  });
  return missing > 0 ? undefined : taken;
};

/** Limits that a need does not fit in, by what is used of them in all. */
export const exceeded = (states: LimitStates, need: Need): readonly LimitState[] =>
  (['requests', 'points'] as const).flatMap((what) => {
    const state = states[what];
    return state !== undefined && need[what] > 0 && state.used + need[what] > state.limit ? [state] : [];
  });

/** Seconds until all of some limits begin anew. */
export const retryAfterOf = (states: readonly LimitState[]): number =>
  Math.max(1, ...states.map(({ resetSeconds }) => resetSeconds));

/**
 * Finds room for a need: in one shard where that is possible, else in several, so that nothing is refused while there is
 * room in all. `undefined` when there is none.
 *
 * @param random in [0, 1): where to begin, so that concurrent requests spread
 */
export const findRoom = (
  standing: Standing,
  { limits, need, random }: { readonly limits: Limits; readonly need: Need; readonly random: number },
): readonly Portion[] | undefined => {
  const rooms = standing.map(({ requests, points }, shard) => ({
    shard,
    requests: roomIn(limits.requestsPerMinute, shard, requests),
    points: roomIn(limits.pointsPerHour, shard, points),
  }));
  const fitting = rooms.filter((room) => room.requests >= need.requests && room.points >= need.points);
  const picked = fitting[Math.floor(random * fitting.length)];
  if (picked !== undefined) return [{ ...need, shard: picked.shard }];
  const requests = takeFrom(
    rooms.map((room) => room.requests),
    need.requests,
  );
  const points = takeFrom(
    rooms.map((room) => room.points),
    need.points,
  );
  return (
    requests &&
    points &&
    rooms.flatMap(({ shard }): readonly Portion[] => {
      const part: Portion = { shard, requests: requests[shard] === 1 ? 1 : 0, points: points[shard] ?? 0 };
      return part.requests + part.points === 0 ? [] : [part];
    })
  );
};
