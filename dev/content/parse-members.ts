import * as v from 'valibot';
import { ContentError } from './content-error';

/** Where a value was written, so that a complaint about one of its members can name the line. */
export type Written = {
  readonly file: string;
  readonly lineOf: (member: string | undefined) => number | undefined;
};

/**
 * Checks a value against a strict schema and returns the typed members.
 *
 * @throws {ContentError} naming file, line where known, and the first wrong member
 */
export const parseMembers = <Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  written: Written,
): v.InferOutput<Schema> => {
  // Valibot takes a list for an object, and every member of some of the objects may be left out.
  if (Array.isArray(value)) {
    throw new ContentError(
      { file: written.file, line: written.lineOf(undefined) },
      'must be an object of named members',
    );
  }
  const outcome = v.safeParse(schema, value, { abortEarly: true });
  if (outcome.success) return outcome.output;
  const [issue] = outcome.issues;
  const member = issue.path?.[0]?.key;
  const line = written.lineOf(typeof member === 'string' ? member : undefined);
  throw new ContentError({ file: written.file, line }, sentenceFor(issue));
};

const sentenceFor = (issue: v.BaseIssue<unknown>): string => {
  const member = v.getDotPath(issue);
  if (member === null) return issue.message;
  if (issue.type === 'strict_object' && issue.expected === 'never') return `unknown member "${member}"`;
  if (issue.type === 'strict_object' && issue.received === 'undefined') return `missing member "${member}"`;
  return `"${member}" ${issue.message}${issue.kind === 'schema' ? `, not ${issue.received}` : ''}`;
};
