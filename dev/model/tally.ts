import { HIDING_REASONS, type HidingReason } from './why-hidden';

/** What a run has seen, so that one that saw nothing is not taken for a proof. */
export type Tally = {
  readonly count: (what: Counted, times?: number) => void;
  readonly counts: () => Counts;
};

export type Counts = ReadonlyMap<Counted, number>;
export type Counted = (typeof COUNTED)[number];

const OF_REQUESTS = [
  'sequences',
  'commands',
  'requests',
  'searches that found something',
  'searches that found nothing',
  'pages found',
  'reads that gave text',
  'pages on that gave something',
  'cursors refused',
  'lists of spaces',
  'refused: unauthorized',
  'refused: paused',
  'refused: no space open',
  'refused: revoked key',
  'refused: expired key',
  'asked while the index was behind',
  'comparisons with what does not exist',
  'changes by admins',
  'changes refused',
  'records held back by the gate',
] as const;

const hiddenName = (reason: HidingReason): `hidden: ${HidingReason}` => `hidden: ${reason}`;
const OF_HIDING = HIDING_REASONS.map(hiddenName);
const COUNTED = [...OF_REQUESTS, ...OF_HIDING] as const;

export const createTally = (): Tally => {
  const counts = new Map<Counted, number>(COUNTED.map((name) => [name, 0]));
  return {
    count: (what, times = 1) => {
      counts.set(what, (counts.get(what) ?? 0) + times);
    },
    counts: () => counts,
  };
};
