import * as v from 'valibot';
import { ContentError } from '../content/content-error';
import type { EvalQuery } from './eval-set';
import { readRecords } from './read-records';
import { recordId } from './record-id';

const queryRecord = v.looseObject(
  { id: recordId, query: v.pipe(v.string('must be text'), v.nonEmpty('must not be empty')) },
  'must be an object of named members',
);

/** Reads `queries.jsonl`. @throws {ContentError} naming the line */
export const readQueries = async (file: string): Promise<readonly EvalQuery[]> => {
  const queries = new Map<string, EvalQuery>();
  for (const { line, value } of await readRecords(file, queryRecord)) {
    const { id, query } = value;
    if (queries.has(id)) throw new ContentError({ file, line }, `query "${id}" is there twice`);
    queries.set(id, { id, query });
  }
  return [...queries.values()];
};
