import { median } from '../bench/statistics';
import type { FuzzReport } from './fuzz-report';

export type FuzzVerdict = {
  /** Shares of all requests. */
  readonly signedShare: number;
  readonly reachedShare: number;
  /** Medians of the second and of the last quarter of the samples, in bytes. */
  readonly heapEarly: number;
  readonly heapLate: number;
  /** Empty for a run that shows what it is to show. */
  readonly failures: readonly string[];
};

const MIN_SIGNED = 0.5;
const MIN_REACHED = 0.1;
/**
 * How much more the app's process may hold late in a run than early. The first quarter is left out, in which code is
 * compiled and tables are filled; after it the heap of 14 MB goes up and down by some 0.5 MB. Over the 100,000 requests
 * that lie between the two medians of a full run, 2 MB are 20 bytes a request: less than anything that is kept of one.
 */
const MAX_HEAP_GROWTH = 2_000_000;
const QUARTERS = 4;

const quarter = (samples: readonly number[], which: number): readonly number[] =>
  samples.slice(Math.floor((samples.length * which) / QUARTERS), Math.floor((samples.length * (which + 1)) / QUARTERS));

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Says whether a run shows that the handler holds: what was found, what was sent, and what memory did. */
export const judgeFuzz = ({ requests, signed, reachedConfluence, heap, violations }: FuzzReport): FuzzVerdict => {
  const signedShare = signed / requests;
  const reachedShare = reachedConfluence / requests;
  const heapEarly = median(quarter(heap, 1));
  const heapLate = median(quarter(heap, QUARTERS - 1));
  return {
    signedShare,
    reachedShare,
    heapEarly,
    heapLate,
    failures: [
      ...violations.map(
        ({ seed, index, kind, what, sent }) => `seed ${seed}, index ${index} (${kind}): ${what}\n  ${sent}`,
      ),
      // Written so that a run without requests fails as well.
      ...(signedShare >= MIN_SIGNED ? [] : [`only ${percent(signedShare)} of the requests are validly signed`]),
      ...(reachedShare >= MIN_REACHED ? [] : [`only ${percent(reachedShare)} of the requests reach Confluence`]),
      ...(heapLate - heapEarly <= MAX_HEAP_GROWTH
        ? []
        : [`the heap grew from ${heapEarly} to ${heapLate} bytes between the second and the last quarter`]),
    ],
  };
};
