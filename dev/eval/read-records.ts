import type * as v from 'valibot';
import { parseMembers } from '../content/parse-members';
import { readJson } from '../content/read-structured-text';
import { readTextFile } from '../content/read-text-file';

export type ReadRecord<T> = { readonly line: number; readonly value: T };

/**
 * Reads a `.jsonl` file: an object a line. Empty lines are skipped.
 *
 * @throws {ContentError} naming the line
 */
export const readRecords = async <Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
): Promise<readonly ReadRecord<v.InferOutput<Schema>>[]> =>
  (await readTextFile(file)).split('\n').flatMap((text, index) => {
    if (text.trim() === '') return [];
    const { value, written } = readJson({ file, text, firstLine: index + 1 });
    return [{ line: index + 1, value: parseMembers(schema, value, written) }];
  });
