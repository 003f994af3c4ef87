import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countRequest, limitState, readAdmissions, type RequestCountStore } from '../../src/door/request-limit';
import { createInMemoryCounts, NOW } from '../support/in-memory-door-ports';

const request = async (store: RequestCountStore, limit: number, { nowMs = NOW, random = 0 } = {}) => {
  const admissions = await readAdmissions(store, nowMs);
  return countRequest(store, { admissions, limit, random: () => random });
};

const admittedOf = (outcomes: readonly boolean[]): number => outcomes.filter(Boolean).length;

describe('countRequest', () => {
  it('lets exactly the limit through, one after the other', async () => {
    for (const limit of [1, 3, 7, 10]) {
      const store = createInMemoryCounts();
      const outcomes: boolean[] = [];
      for (let index = 0; index < limit + 5; index += 1) outcomes.push(await request(store, limit));
      expect(outcomes).toEqual(Array.from({ length: limit + 5 }, (_, index) => index < limit));
    }
  });

  it('never lets more than the limit through, however many arrive at once', async () => {
    const arrivals = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), arrivals, async (limit, randoms) => {
        const store = createInMemoryCounts();
        const outcomes = await Promise.all(randoms.map((random) => request(store, limit, { random })));
        expect(admittedOf(outcomes)).toBeLessThanOrEqual(limit);
        expect(admittedOf(outcomes)).toBeGreaterThan(0);
      }),
      { numRuns: 80 },
    );
  });

  it('begins anew with every minute', async () => {
    const store = createInMemoryCounts();
    expect(await request(store, 1)).toBe(true);
    expect(await request(store, 1)).toBe(false);
    expect(await request(store, 1, { nowMs: NOW + 60_000 })).toBe(true);
  });

  it('refuses when every write loses its race', async () => {
    const store = { ...createInMemoryCounts(), replace: () => Promise.resolve(false) };
    expect(await request(store, 10)).toBe(false);
  });

  it('counts nothing without a limit', async () => {
    const store = { ...createInMemoryCounts(), replace: () => Promise.reject(new Error('nothing to count')) };
    expect(await request(store, 0)).toBe(true);
  });
});

describe('limitState', () => {
  it('says what is left and when the window ends', async () => {
    const store = createInMemoryCounts();
    await request(store, 10);
    const nowMs = NOW + 18_500;
    expect(limitState(await readAdmissions(store, nowMs), 10, nowMs)).toEqual({
      limit: 10,
      remaining: 9,
      resetSeconds: 42,
    });
  });

  it('is absent without a limit', async () => {
    expect(limitState(await readAdmissions(createInMemoryCounts(), NOW), 0, NOW)).toBeUndefined();
  });
});
