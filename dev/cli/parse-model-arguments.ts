import { parseArgs } from 'node:util';
import { parseNumber } from './parse-number';
import { UsageError } from './usage-error';

export const MODEL_USAGE =
  'usage: npm run model [-- [--sequences N] [--seed N] [--broken [--only NAME]…] | --seed N --path PATH --replay PATH]';

export type ModelArguments = {
  readonly sequences: number;
  readonly seed: number;
  /** Instead of the app itself, apps that are broken each in one place: all must be noticed. */
  readonly broken: boolean;
  /** Of these apps those of these names; all when there is none. */
  readonly only: readonly string[];
  /** A failure to show again, as it was reported. */
  readonly path?: string;
  readonly replayPath?: string;
};

const DEFAULT_SEQUENCES = 20_000;
/** What it takes for a broken app to be noticed, several times over. */
const DEFAULT_SEQUENCES_BROKEN = 1500;
const MAX = 999_999_999;

const OPTIONS = {
  sequences: { type: 'string' },
  seed: { type: 'string' },
  broken: { type: 'boolean' },
  only: { type: 'string', multiple: true },
  path: { type: 'string' },
  replay: { type: 'string' },
} as const;

const parse = (argv: readonly string[]) => {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'wrong usage');
  }
};

/** Reads the arguments of `npm run model`. @throws {UsageError} */
export const parseModelArguments = (argv: readonly string[]): ModelArguments => {
  const { sequences, seed, broken = false, only = [], path, replay } = parse(argv);
  if (only.length > 0 && !broken) throw new UsageError('--only is of --broken');
  return {
    sequences:
      sequences === undefined
        ? broken
          ? DEFAULT_SEQUENCES_BROKEN
          : DEFAULT_SEQUENCES
        : parseNumber('sequences', sequences, { min: 1, max: MAX }),
    seed: seed === undefined ? 1 : parseNumber('seed', seed, { min: 0, max: MAX }),
    broken,
    only,
    ...(path === undefined ? {} : { path }),
    ...(replay === undefined ? {} : { replayPath: replay }),
  };
};
