/** What two samples of times have in common, as two tests see it. */
export type Comparison = {
  /** The largest distance of the two distributions (Kolmogorov–Smirnov): 0 for the same, 1 for disjoint ones. */
  readonly distance: number;
  /** How likely a time of the first is below one of the second, ties shared (Mann–Whitney): 0.5 for the same. */
  readonly below: number;
  /** The smaller of both tests' p-values, doubled because there are two. */
  readonly pValue: number;
};

type Ranked = { readonly value: number; readonly isFirst: boolean };

const TERMS = 100;

/** Kolmogorov's distribution from above, with Stephens' correction. @see Numerical Recipes, 14.3 */
const kolmogorovPValue = (distance: number, effective: number): number => {
  const root = Math.sqrt(effective);
  const lambda = (root + 0.12 + 0.11 / root) * distance;
  // The series does not converge near 0, where the answer is 1.
  if (lambda < 0.3) return 1;
  let sum = 0;
  for (let term = 1; term <= TERMS; term += 1) {
    sum += (term % 2 === 1 ? 2 : -2) * Math.exp(-2 * term * term * lambda * lambda);
  }
  return Math.min(1, Math.max(0, sum));
};

/** Twice the upper tail of the normal distribution. @see Abramowitz and Stegun, 7.1.26 (error below 1.5e-7) */
const normalPValue = (z: number): number => {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.min(1, tail * Math.exp(-x * x));
};

/** Runs of equal values, in order: how many of the first sample and of the second there are in each. */
const tiesOf = (first: readonly number[], second: readonly number[]): readonly (readonly [number, number])[] => {
  const all: Ranked[] = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ].sort((a, b) => a.value - b.value);
  const ties: [number, number][] = [];
  let last: number | undefined;
  for (const { value, isFirst } of all) {
    if (value !== last) ties.push([0, 0]);
    last = value;
    const tie = ties.at(-1);
    if (tie !== undefined) tie[isFirst ? 0 : 1] += 1;
  }
  return ties;
};

/**
 * Compares two samples, of a hundred values or more each, without a guess at how they are distributed. Two tests, because
 * one sees any difference of shape and the other a small shift.
 */
export const compareSamples = (first: readonly number[], second: readonly number[]): Comparison => {
  const [n, m] = [first.length, second.length];
  let [firstBelow, secondBelow, distance, pairsBelow, tieTerm] = [0, 0, 0, 0, 0];
  for (const [ofFirst, ofSecond] of tiesOf(first, second)) {
    pairsBelow += ofSecond * (firstBelow + ofFirst / 2);
    tieTerm += (ofFirst + ofSecond) ** 3 - (ofFirst + ofSecond);
    firstBelow += ofFirst;
    secondBelow += ofSecond;
    distance = Math.max(distance, Math.abs(firstBelow / n - secondBelow / m));
  }
  const total = n + m;
  const deviation = Math.sqrt(((n * m) / 12) * (total + 1 - tieTerm / (total * (total - 1))));
  const shiftPValue = deviation === 0 ? 1 : normalPValue((pairsBelow - (n * m) / 2) / deviation);
  const shapePValue = kolmogorovPValue(distance, (n * m) / total);
  return { distance, below: pairsBelow / (n * m), pValue: Math.min(1, 2 * Math.min(shiftPValue, shapePValue)) };
};
