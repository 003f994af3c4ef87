import { describe, expect, it } from '@jest/globals';
import { createRandomNumbers } from '../../../dev/bench/random-numbers';
import { judgeTiming } from '../../../dev/timing/judge-timing';
import { REFUSALS, type Refusal } from '../../../dev/timing/refusal';

const SAMPLES = 2000;

/** Times of every refusal, of which one takes `extraUs` longer. */
const timesWith = (slow: Refusal, extraUs: number, spreadUs: number): ReadonlyMap<Refusal, readonly number[]> => {
  const random = createRandomNumbers(11);
  return new Map(
    REFUSALS.map((refusal) => {
      const start = 20 + (refusal === slow ? extraUs : 0);
      return [refusal, Array.from({ length: SAMPLES }, () => start + spreadUs * random())];
    }),
  );
};

const toldApart = (times: ReadonlyMap<Refusal, readonly number[]>, latencyMs: number): readonly string[] =>
  judgeTiming(times, { latencyMs })
    .filter(({ isToldApart }) => isToldApart)
    .map(({ first, second }) => `${first} / ${second}`);

describe('judgeTiming', () => {
  it('looks at every pair of refusals', () => {
    const pairs = judgeTiming(timesWith('tampered', 0, 10), { latencyMs: 0 });
    expect(pairs).toHaveLength((REFUSALS.length * (REFUSALS.length - 1)) / 2);
    expect(pairs.filter(({ first, second }) => first === second)).toEqual([]);
  });

  it('finds nothing when all take the same time', () => {
    expect(toldApart(timesWith('tampered', 0, 10), 0)).toEqual([]);
    expect(toldApart(timesWith('tampered', 0, 1000), 2)).toEqual([]);
  });

  it('finds the refusal that takes longer, in each pair that it is in', () => {
    const found = toldApart(timesWith('no key yet', 100, 1000), 2);
    expect(found).toHaveLength(REFUSALS.length - 1);
    for (const pair of found) expect(pair).toContain('no key yet');
  });

  it('tolerates two microseconds where there is no latency, and nothing significant where there is one', () => {
    expect(toldApart(timesWith('expired key', 1.5, 1), 0)).toEqual([]);
    expect(toldApart(timesWith('expired key', 2.5, 1), 0)).toHaveLength(REFUSALS.length - 1);
    expect(toldApart(timesWith('expired key', 1.5, 1), 2)).toHaveLength(REFUSALS.length - 1);
  });
});
