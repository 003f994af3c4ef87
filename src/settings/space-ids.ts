import * as v from 'valibot';

/** Ids of spaces in a payload: numbers, as Confluence takes no others where ids are asked for; none twice. */
export const spaceIds = (max: number) =>
  v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^\d{1,19}$/))),
    v.minLength(1),
    v.maxLength(max),
    v.check((ids) => new Set(ids).size === ids.length),
  );
