import { parseArgs } from 'node:util';

import { UsageError } from './usage-error';

export const SCREENS_USAGE = 'usage: npm run screens -- [--only TEXT] [--out DIRECTORY]';

export type ScreensArguments = {
  /** Part of the name of the states that are pictured; absent: all of them. */
  readonly only?: string;
  readonly out: string;
};

/** @throws {UsageError} */
export const parseScreensArguments = (argv: readonly string[]): ScreensArguments => {
  try {
    const { only, out = 'docs/screens' } = parseArgs({
      args: [...argv],
      options: { only: { type: 'string' }, out: { type: 'string' } },
    }).values;
    return { out, ...(only === undefined ? {} : { only }) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
