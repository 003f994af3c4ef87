import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { giveBackPoints, readUsage, reserveUsage, type ReserveOutcome } from '../../src/door/reserve-usage';
import { standingOf, type Need } from '../../src/door/usage-limits';
import { windowsOf, type UsageShard } from '../../src/door/usage-shard';
import type { UsageStore } from '../../src/door/usage-store';
import type { Limits } from '../../src/fence/policy';
import { NOW } from '../support/in-memory-door-ports';
import { createInMemoryUsage } from '../support/in-memory-usage';

const note = { keyId: 'k1', isSearch: true };
const NONE: Limits = { requestsPerMinute: 0, pointsPerHour: 0 };

type Asked = { readonly nowMs?: number; readonly random?: () => number; readonly pause?: () => Promise<void> };

const request = async (
  store: UsageStore,
  limits: Limits,
  need: Need = { requests: 1, points: 0 },
  { nowMs = NOW, random = () => 0, pause = () => Promise.resolve() }: Asked = {},
): Promise<ReserveOutcome> =>
  reserveUsage(store, {
    seen: await readUsage(store),
    limits,
    reservation: need.requests === 0 ? { need } : { need, note },
    nowMs,
    random,
    pause,
  });

const isReserved = ({ kind }: ReserveOutcome): boolean => kind === 'reserved';

const usedIn = async (
  store: UsageStore,
  nowMs = NOW,
): Promise<{ readonly requests: number; readonly points: number }> => {
  const standing = standingOf(await readUsage(store), windowsOf(nowMs));
  const sum = (of: (shard: UsageShard) => number): number => standing.reduce((total, shard) => total + of(shard), 0);
  return { requests: sum(({ requests }) => requests), points: sum(({ points }) => points) };
};

describe('reserveUsage', () => {
  it('lets exactly the limit of requests through, one after the other', async () => {
    for (const limit of [1, 3, 7, 10]) {
      const store = createInMemoryUsage();
      const outcomes: boolean[] = [];
      for (let index = 0; index < limit + 5; index += 1) {
        outcomes.push(isReserved(await request(store, { ...NONE, requestsPerMinute: limit })));
      }
      expect(outcomes).toEqual(Array.from({ length: limit + 5 }, (_, index) => index < limit));
    }
  });

  it('never lets the counts rise above the limits, and refuses only what does not fit, in any interleaving', async () => {
    const needs = fc.array(fc.record({ requests: fc.constant<1>(1), points: fc.integer({ min: 0, max: 60 }) }), {
      minLength: 1,
      maxLength: 40,
    });
    const limits = fc.record({
      requestsPerMinute: fc.integer({ min: 0, max: 30 }),
      pointsPerHour: fc.oneof(fc.constant(0), fc.integer({ min: 60, max: 1200 })),
    });
    const randoms = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), limits, needs, randoms, async (scheduler, set, asked, stream) => {
        const store = createInMemoryUsage([], () => scheduler.schedule(Promise.resolve()));
        const random = (): number => {
          const next: IteratorResult<number, unknown> = stream.next();
          return typeof next.value === 'number' ? next.value : 0;
        };
        const all = Promise.all(asked.map((need) => request(store, set, need, { random })));
        const outcomes = await scheduler.waitFor(all);
        const plain = createInMemoryUsage(store.shards().map((shard, index) => [index, shard] as const));
        const used = await usedIn(plain);
        const admitted = asked.filter((_, index) => outcomes[index]?.kind === 'reserved');
        expect(used.requests).toBe(admitted.length);
        expect(used.points).toBe(admitted.reduce((sum, { points }) => sum + points, 0));
        const room = {
          requests: (set.requestsPerMinute || Infinity) - used.requests,
          points: (set.pointsPerHour || Infinity) - used.points,
        };
        expect(Math.min(room.requests, room.points)).toBeGreaterThanOrEqual(0);
        const refused = asked.filter((_, index) => outcomes[index]?.kind === 'refused');
        expect(refused.filter(({ requests, points }) => requests <= room.requests && points <= room.points)).toEqual(
          [],
        );
      }),
      { numRuns: 150 },
    );
  });

  it('takes points from several records when no single one has enough, in one write', async () => {
    const store = createInMemoryUsage();
    const limits = { ...NONE, pointsPerHour: 100 };
    for (const points of [30, 30, 30]) {
      expect(isReserved(await request(store, limits, { requests: 1, points }))).toBe(true);
    }
    expect(await request(store, limits, { requests: 1, points: 11 })).toMatchObject({ kind: 'refused' });
    const before = store.writes();
    expect(isReserved(await request(store, limits, { requests: 0, points: 10 }))).toBe(true);
    expect(store.writes() - before).toBe(1);
    expect(await usedIn(store)).toEqual({ requests: 3, points: 100 });
  });

  it('says when the window of the limit that refuses ends', async () => {
    const nowMs = NOW + 18_500;
    const store = createInMemoryUsage();
    await request(store, { requestsPerMinute: 1, pointsPerHour: 10 }, { requests: 1, points: 10 }, { nowMs });
    const refusedBy = async (limits: Limits) => request(store, limits, { requests: 1, points: 1 }, { nowMs });
    expect(await refusedBy({ requestsPerMinute: 1, pointsPerHour: 0 })).toMatchObject({ retryAfter: 42 });
    expect(await refusedBy({ requestsPerMinute: 0, pointsPerHour: 10 })).toMatchObject({ retryAfter: 1782 });
    expect(await refusedBy({ requestsPerMinute: 1, pointsPerHour: 10 })).toMatchObject({ retryAfter: 1782 });
  });

  it('begins requests anew with every minute, and points with every hour', async () => {
    const store = createInMemoryUsage();
    const limits = { requestsPerMinute: 1, pointsPerHour: 20 };
    const need = { requests: 1, points: 10 } as const;
    const at = async (nowMs: number) => isReserved(await request(store, limits, need, { nowMs }));
    expect([await at(NOW), await at(NOW), await at(NOW + 60_000), await at(NOW + 120_000)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(await at(NOW + 3_600_000)).toBe(true);
  });

  it('lets nothing more through for a clock that is behind', async () => {
    const store = createInMemoryUsage();
    const limits = { ...NONE, requestsPerMinute: 2 };
    const outcomes = [];
    for (const nowMs of [NOW + 60_000, NOW, NOW + 60_000, NOW]) {
      outcomes.push(isReserved(await request(store, limits, undefined, { nowMs })));
    }
    expect(outcomes.filter(Boolean).length).toBeLessThanOrEqual(3);
  });

  it('counts without a limit, in one write', async () => {
    const store = createInMemoryUsage();
    expect(await request(store, NONE)).toMatchObject({ kind: 'reserved', states: {} });
    expect(store.writes()).toBe(1);
  });

  it('gives up as unavailable, not as limited, when every write loses its race', async () => {
    const store = { ...createInMemoryUsage(), replace: () => Promise.resolve(false) };
    await expect(request(store, { ...NONE, requestsPerMinute: 10 })).rejects.toThrow('storage unavailable: usage');
  });

  it('notes the day of the key and of the search, and keeps the days before', async () => {
    const store = createInMemoryUsage();
    const DAY_MS = 86_400_000;
    await request(store, NONE);
    await request(store, NONE);
    await request(store, NONE, undefined, { nowMs: NOW + DAY_MS });
    const today = windowsOf(NOW + DAY_MS).day;
    expect(store.shards()).toMatchObject([
      { day: today, searches: 1, history: new Map([[today - 1, 2]]), keyDays: new Map([['k1', today]]) },
    ]);
  });
});

describe('giveBackPoints', () => {
  const limits = { ...NONE, pointsPerHour: 100 };

  it('gives back to each record at most what it gave', async () => {
    const store = createInMemoryUsage();
    const outcome = await request(store, limits, { requests: 1, points: 90 });
    if (outcome.kind === 'refused') throw new Error('refused');
    await giveBackPoints(store, { ...outcome, points: 70, reservedAtMs: NOW });
    expect(await usedIn(store)).toEqual({ requests: 1, points: 20 });
    expect(store.shards().every(({ points }) => points >= 0)).toBe(true);
  });

  it('gives back what others have changed meanwhile', async () => {
    const store = createInMemoryUsage();
    const outcome = await request(store, limits, { requests: 1, points: 26 });
    if (outcome.kind === 'refused') throw new Error('refused');
    await request(store, limits, { requests: 1, points: 10 });
    await giveBackPoints(store, { ...outcome, points: 20, reservedAtMs: NOW });
    expect(await usedIn(store)).toEqual({ requests: 2, points: 16 });
  });

  it('leaves the next hour alone', async () => {
    const later = NOW + 3_600_000;
    const store = createInMemoryUsage();
    const outcome = await request(store, limits, { requests: 1, points: 26 });
    if (outcome.kind === 'refused') throw new Error('refused');
    await request(store, limits, { requests: 1, points: 30 }, { nowMs: later });
    await giveBackPoints(store, { ...outcome, points: 20, reservedAtMs: NOW });
    expect(await usedIn(store, later)).toEqual({ requests: 1, points: 30 });
  });
});
