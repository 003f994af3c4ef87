import { parseArgs } from 'node:util';
import { parseNumber } from './parse-number';
import { UsageError } from './usage-error';

export const TIMING_USAGE = 'usage: npm run timing [-- [--samples N] [--latency MS] [--leak US]]';

export type TimingArguments = {
  /** Of each kind of refusal, in each setting. */
  readonly samples: number;
  /** The middle of the latency of storage, in the settings that have one. */
  readonly latencyMs: number;
  /** Microseconds that one kind of refusal is made to take longer, to see whether that is found. */
  readonly leakUs: number;
};

const OPTIONS = { samples: { type: 'string' }, latency: { type: 'string' }, leak: { type: 'string' } } as const;

/** Reads the arguments of `npm run timing`. @throws {UsageError} */
export const parseTimingArguments = (argv: readonly string[]): TimingArguments => {
  const { samples = '4000', latency = '2', leak = '0' } = parse(argv);
  return {
    samples: parseNumber('samples', samples, { min: 100, max: 100_000 }),
    latencyMs: parseNumber('latency', latency, { min: 1, max: 1000 }),
    leakUs: parseNumber('leak', leak, { min: 0, max: 100_000 }),
  };
};

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'wrong usage');
  }
};
