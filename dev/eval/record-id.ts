import * as v from 'valibot';

/** An id of a query or page; a number is taken for its digits, as pages' ids are. */
export const recordId = v.union(
  [
    v.pipe(v.string('must be text'), v.nonEmpty('must not be empty')),
    v.pipe(v.number(), v.safeInteger(), v.transform(String)),
  ],
  'must be text or a whole number up to 2^53',
);
