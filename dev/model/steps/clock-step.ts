import fc from 'fast-check';
import type { Step } from './step';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Time that passes: past the index, past a cursor, past a key. */
export const advanceClock: Step<number> = {
  name: 'advanceClock',
  weight: 4,
  parameters: fc.constantFrom(
    ...[MINUTE_MS, MINUTE_MS, 6 * MINUTE_MS, 6 * MINUTE_MS, 20 * MINUTE_MS, 61 * MINUTE_MS],
    ...[2 * DAY_MS, 40 * DAY_MS, 400 * DAY_MS],
  ),
  run: ({ site }, ms) => {
    site.clock.advance(ms);
  },
};
