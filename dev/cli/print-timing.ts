import { quantile } from '../bench/statistics';
import type { JudgedPair } from '../timing/judge-timing';
import type { Refusal } from '../timing/refusal';
import { printTable } from './print-table';

const toPValue = (value: number): string => (value < 0.001 ? value.toExponential(0) : value.toFixed(3));

const pairCells = ({ shiftUs, below, distance, correctedPValue }: JudgedPair): readonly string[] => [
  shiftUs.toFixed(1),
  below.toFixed(3),
  distance.toFixed(3),
  toPValue(correctedPValue),
];

/** Prints the times of one setting: each refusal against the first, then the pair that differs most and each told apart. */
export const printTiming = (
  title: string,
  times: ReadonlyMap<Refusal, readonly number[]>,
  pairs: readonly JudgedPair[],
): void => {
  const [reference] = times.keys();
  console.log(title);
  const rows = [...times].map(([refusal, samples]) => {
    const pair = pairs.find(({ first, second }) => first === reference && second === refusal);
    const quartiles = [0.25, 0.5, 0.75].map((share) => quantile(samples, share).toFixed(1));
    return [`  ${refusal}`, ...quartiles, ...(pair === undefined ? [] : pairCells(pair))];
  });
  printTable([['  refusal', '25 %', 'median µs', '75 %', 'shift µs', 'below', 'KS', 'p'], ...rows]);
  const [worst] = [...pairs].sort((a, b) => a.correctedPValue - b.correctedPValue || b.distance - a.distance);
  if (worst !== undefined) {
    const [shift, below, distance, p] = pairCells(worst);
    console.log(`  of all ${pairs.length} pairs the furthest apart: ${worst.first} / ${worst.second}:`);
    console.log(`  shift ${shift} µs, below ${below}, KS ${distance}, p ${p}`);
  }
  for (const { first, second } of pairs.filter(({ isToldApart }) => isToldApart)) {
    console.log(`  TOLD APART: ${first} / ${second}`);
  }
  console.log('');
};
