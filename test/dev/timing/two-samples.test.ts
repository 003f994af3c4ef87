import { describe, expect, it } from '@jest/globals';
import { createRandomNumbers } from '../../../dev/bench/random-numbers';
import { compareSamples } from '../../../dev/timing/two-samples';

/** Times as storage makes them: a floor and a long tail. */
const drawTimes = (count: number, random: () => number, factor = 1): readonly number[] =>
  Array.from({ length: count }, () => factor * (1000 - 1400 * Math.log2(1 - random())));

describe('compareSamples', () => {
  it('finds nothing between samples that are the same', () => {
    const sample = drawTimes(500, createRandomNumbers(1));
    expect(compareSamples(sample, sample)).toEqual({ distance: 0, below: 0.5, pValue: 1 });
  });

  // scipy.stats 1.x: mannwhitneyu(…, use_continuity=False, method='asymptotic') and ks_2samp(…, method='asymp').
  it('gives the p-value that SciPy gives for a small shift, where ranks show more', () => {
    const first = Array.from({ length: 100 }, (_, index) => index);
    const { below, distance, pValue } = compareSamples(
      first,
      first.map((value) => value + 8),
    );
    expect(below).toBeCloseTo(0.5768, 10);
    expect(distance).toBeCloseTo(0.08, 10);
    expect(pValue).toBeCloseTo(2 * 0.0605747, 5);
  });

  it('gives the p-value that SciPy gives for another shape, where distances show more', () => {
    const whole = Array.from({ length: 100 }, (_, index) => index / 100);
    const middle = whole.slice(25, 75);
    const { below, distance, pValue } = compareSamples([...middle, ...middle], whole);
    expect(below).toBeCloseTo(0.5, 10);
    expect(distance).toBeCloseTo(0.25, 10);
    expect(pValue).toBeCloseTo(2 * 0.00307, 3);
  });

  it('is right about chance: of equal samples few have a small p-value', () => {
    const random = createRandomNumbers(7);
    const pValues = Array.from(
      { length: 400 },
      () => compareSamples(drawTimes(200, random), drawTimes(200, random)).pValue,
    );
    const share = (limit: number): number => pValues.filter((value) => value < limit).length / pValues.length;
    expect(share(0.001)).toBeLessThanOrEqual(0.005);
    expect(share(0.2)).toBeGreaterThan(0.04);
    expect(share(0.2)).toBeLessThan(0.2);
  });

  it('finds times that are five percent longer among a few thousand', () => {
    const random = createRandomNumbers(3);
    const { below, pValue } = compareSamples(drawTimes(4000, random), drawTimes(4000, random, 1.05));
    expect(pValue).toBeLessThan(1e-4);
    expect(below).toBeGreaterThan(0.5);
  });

  it('finds a difference of shape around the same middle, which ranks alone do not show', () => {
    const random = createRandomNumbers(5);
    const narrow = Array.from({ length: 2000 }, () => 0.25 + random() / 2);
    const wide = Array.from({ length: 2000 }, () => random());
    const { below, distance, pValue } = compareSamples(narrow, wide);
    expect(Math.abs(below - 0.5)).toBeLessThan(0.03);
    expect(distance).toBeGreaterThan(0.2);
    expect(pValue).toBeLessThan(1e-9);
  });

  it('shares ties, so that coarse times are no difference', () => {
    const coarse = Array.from({ length: 600 }, (_, index) => Math.floor(index / 200));
    expect(compareSamples(coarse, coarse)).toEqual({ distance: 0, below: 0.5, pValue: 1 });
    expect(compareSamples([1, 1, 1], [1, 1, 1])).toEqual({ distance: 0, below: 0.5, pValue: 1 });
  });
});
