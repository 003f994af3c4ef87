import { parseArgs } from 'node:util';
import { parseNumber } from './parse-number';
import { UsageError } from './usage-error';

export const EVAL_USAGE = `usage: npm run eval -- --data DIR [--max-chars-per-page N] [--run FILE] [--json]`;

const DEFAULT_CHARS_PER_PAGE = 1_000;

export type EvalArguments = {
  /** Folder with `storage.jsonl`, `queries.jsonl`, `qrels.tsv` and maybe `answers.jsonl`. */
  readonly data: string;
  readonly maxCharsPerPage: number;
  /** Where to write the run. */
  readonly runFile?: string;
  readonly json: boolean;
};

const readArguments = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        'max-chars-per-page': { type: 'string' },
        run: { type: 'string' },
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
  if (values.data === undefined || values.data === '') throw new UsageError('--data names the folder of a data set');
  const chars = values['max-chars-per-page'];
  return {
    data: values.data,
    maxCharsPerPage:
      chars === undefined
        ? DEFAULT_CHARS_PER_PAGE
        : parseNumber('max-chars-per-page', chars, { min: 200, max: 20_000 }),
    json: values.json ?? false,
    ...(values.run === undefined ? {} : { runFile: values.run }),
  };
};
