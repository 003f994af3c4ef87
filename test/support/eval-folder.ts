import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

type Records = readonly Readonly<Record<string, unknown>>[];

/** Files of a data set, by name: texts are written as they are, records as lines of JSON. */
export type EvalFolderFiles = Readonly<Record<string, string | Records>>;

/** Writes folders with data sets for the tests of one file; they are removed behind the last one. */
export const useEvalFolders = (): ((files: EvalFolderFiles) => string) => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });
  return (files) => {
    const folder = mkdtempSync(join(tmpdir(), 'promptless-eval-'));
    folders.push(folder);
    for (const [name, content] of Object.entries(files)) {
      const text = typeof content === 'string' ? content : content.map((record) => JSON.stringify(record)).join('\n');
      writeFileSync(join(folder, name), text);
    }
    return folder;
  };
};
