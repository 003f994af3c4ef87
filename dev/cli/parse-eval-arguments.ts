import { parseArgs } from 'node:util';
import { parseNumber } from './parse-number';
import { UsageError } from './usage-error';

export const EVAL_USAGE = `usage: npm run eval -- --data DIR [--max-chars-per-page N] [--run FILE] [--ceiling [--failures FILE]] [--json]
       npm run eval -- --data DIR --peers [--json]`;

const DEFAULT_CHARS_PER_PAGE = 1_000;

export type EvalArguments = {
  /** Folder with `storage.jsonl`, `queries.jsonl`, `qrels.tsv` and maybe `answers.jsonl`. */
  readonly data: string;
  readonly json: boolean;
} & (
  | { readonly mode: 'peers' }
  | {
      readonly mode: 'app';
      readonly maxCharsPerPage: number;
      /** Where to write the run. */
      readonly runFile?: string;
      /** Whether to say where answers are lost. */
      readonly ceiling: boolean;
      /** Where to write the queries whose answer is lost. */
      readonly failuresFile?: string;
    }
);

const readArguments = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        'max-chars-per-page': { type: 'string' },
        run: { type: 'string' },
        ceiling: { type: 'boolean' },
        failures: { type: 'string' },
        peers: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'wrong usage');
  }
};

/** Reads the arguments of `npm run eval`. @throws {UsageError} */
export const parseEvalArguments = (argv: readonly string[]): EvalArguments => {
  const values = readArguments(argv);
  const { data, run, ceiling = false, failures, peers = false, json = false } = values;
  const chars = values['max-chars-per-page'];
  if (data === undefined || data === '') throw new UsageError('--data names the folder of a data set');
  if (peers) {
    if (ceiling || [chars, run, failures].some((value) => value !== undefined)) {
      throw new UsageError('--peers goes with --data and --json alone');
    }
    return { mode: 'peers', data, json };
  }
  if (failures !== undefined && !ceiling) throw new UsageError('--failures goes with --ceiling');
  return {
    mode: 'app',
    data,
    json,
    maxCharsPerPage:
      chars === undefined
        ? DEFAULT_CHARS_PER_PAGE
        : parseNumber('max-chars-per-page', chars, { min: 200, max: 20_000 }),
    ...(run === undefined ? {} : { runFile: run }),
    ceiling,
    ...(failures === undefined ? {} : { failuresFile: failures }),
  };
};
