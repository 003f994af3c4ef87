import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Reads a file of the data that lies beside the repository and is not part of it. Where it is missing it says so
 * loudly and answers undefined: the test then has nothing to look at.
 */
export const readSharedFile = (path: string): string | undefined => {
  const file = resolve(__dirname, '../../../shared', path);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  process.stderr.write(`NOT RUN: ../shared/${path} is missing, so what it would check is not checked\n`);
  return undefined;
};
