import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** Writes content as a `.jsonl` file for one test file, and removes it afterwards. */
export const contentFile = (pages: readonly Readonly<Record<string, unknown>>[]): string => {
  const folder = mkdtempSync(join(tmpdir(), 'promptless-content-'));
  const file = join(folder, 'content.jsonl');
  writeFileSync(file, pages.map((page) => JSON.stringify(page)).join('\n'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return file;
};
