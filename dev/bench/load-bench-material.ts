import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { ContentError } from '../content/content-error';
import type { BenchMaterial } from './bench-material';

const pageLine = v.object({ id: v.string(), title: v.string(), space: v.string(), storage: v.string() });
const queryLine = v.object({ query: v.string() });

const readLines = async <T>(file: string, schema: v.GenericSchema<unknown, T>): Promise<readonly T[]> => {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new ContentError({ file }, 'does not exist', { cause });
  });
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = v.safeParse(schema, parseJson(line));
    if (!parsed.success) throw new ContentError({ file, line: index + 1 }, 'is not a line of this file');
    return [parsed.output];
  });
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads `storage.jsonl` and `queries.jsonl` of a folder.
 *
 * @throws {ContentError}
 */
export const loadBenchMaterial = async (folder: string): Promise<BenchMaterial> => {
  const pages = await readLines(join(folder, 'storage.jsonl'), pageLine);
  const queries = (await readLines(join(folder, 'queries.jsonl'), queryLine)).map(({ query }) => query);
  if (pages.length === 0 || queries.length === 0) throw new ContentError({ file: folder }, 'has no page or no query');
  return { pages, queries };
};
