import { median } from '../bench/statistics';
import { REFUSALS, type Refusal } from './refusal';
import { compareSamples, type Comparison } from './two-samples';

/** Chance of calling one honest run distinguishable, over all pairs of it. */
const SIGNIFICANCE = 0.001;

/**
 * Without any latency the tests see fractions of a microsecond, as the length of what storage answered makes them. Up to
 * this much is no leak: to average it out behind a latency that varies by a millisecond takes millions of requests.
 */
const TOLERATED_US = 2;

export type JudgedPair = Comparison & {
  readonly first: Refusal;
  readonly second: Refusal;
  /** Median of the second less that of the first. */
  readonly shiftUs: number;
  /** The p-value, times the number of pairs (Bonferroni). */
  readonly correctedPValue: number;
  readonly isToldApart: boolean;
};

/**
 * Says of each pair of refusals whether their times tell them apart. With a latency of storage any significant
 * difference counts, without one only what is more than {@link TOLERATED_US}.
 */
export const judgeTiming = (
  times: ReadonlyMap<Refusal, readonly number[]>,
  { latencyMs }: { readonly latencyMs: number },
): readonly JudgedPair[] => {
  const pairs = REFUSALS.flatMap((first, place) => REFUSALS.slice(place + 1).map((second) => ({ first, second })));
  return pairs.map(({ first, second }) => {
    const [firstTimes, secondTimes] = [times.get(first) ?? [], times.get(second) ?? []];
    const comparison = compareSamples(firstTimes, secondTimes);
    const shiftUs = median(secondTimes) - median(firstTimes);
    const correctedPValue = Math.min(1, comparison.pValue * pairs.length);
    const isLarge = latencyMs > 0 || Math.abs(shiftUs) > TOLERATED_US;
    const isToldApart = correctedPValue < SIGNIFICANCE && isLarge;
    return { first, second, ...comparison, shiftUs, correctedPValue, isToldApart };
  });
};
