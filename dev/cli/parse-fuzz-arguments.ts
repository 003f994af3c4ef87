import { parseArgs } from 'node:util';
import { parseNumber } from './parse-number';
import { UsageError } from './usage-error';

export const FUZZ_USAGE = 'usage: npm run fuzz [-- [--requests N] [--seed N] [--json]]';

export type FuzzArguments = {
  readonly requests: number;
  readonly seed: number;
  readonly json: boolean;
};

const DEFAULT_REQUESTS = '200000';
const MIN_REQUESTS = 1000;
const MAX = 999_999_999;

/** Reads the arguments of `npm run fuzz`. @param anySeed for where none is given @throws {UsageError} */
export const parseFuzzArguments = (argv: readonly string[], anySeed: () => number): FuzzArguments => {
  try {
    const options = { requests: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { requests = DEFAULT_REQUESTS, seed, json = false } = parseArgs({ args: [...argv], options }).values;
    return {
      // With fewer the shares and the memory say nothing.
      requests: parseNumber('requests', requests, { min: MIN_REQUESTS, max: MAX }),
      seed: seed === undefined ? anySeed() : parseNumber('seed', seed, { min: 0, max: MAX }),
      json,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'wrong usage');
  }
};
