import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

export const BENCH_USAGE = 'usage: npm run bench [-- [--data DIR] [--json]]';

export type BenchArguments = {
  /** Folder with `storage.jsonl` and `queries.jsonl`; absent: pages are made up. */
  readonly folder?: string;
  readonly json: boolean;
};

/** Reads the arguments of `npm run bench`. @throws {UsageError} */
export const parseBenchArguments = (argv: readonly string[]): BenchArguments => {
  try {
    const options = { data: { type: 'string' }, json: { type: 'boolean' } } as const;
    const { data, json = false } = parseArgs({ args: [...argv], options }).values;
    return { json, ...(data === undefined ? {} : { folder: data }) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'wrong usage');
  }
};
