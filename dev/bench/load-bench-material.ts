import { join } from 'node:path';
import * as v from 'valibot';
import { ContentError } from '../content/content-error';
import { readQueries } from '../eval/read-queries';
import { readRecords } from '../eval/read-records';
import type { BenchMaterial } from './bench-material';

const page = v.object(
  { id: v.string(), title: v.string(), space: v.string(), storage: v.string() },
  'must be an object of named members',
);

/**
 * Reads `storage.jsonl` and `queries.jsonl` of a folder.
 *
 * @throws {ContentError}
 */
export const loadBenchMaterial = async (folder: string): Promise<BenchMaterial> => {
  const pages = (await readRecords(join(folder, 'storage.jsonl'), page)).map(({ value }) => value);
  const queries = (await readQueries(join(folder, 'queries.jsonl'))).map(({ query }) => query);
  if (pages.length === 0 || queries.length === 0) throw new ContentError({ file: folder }, 'has no page or no query');
  return { pages, queries };
};
