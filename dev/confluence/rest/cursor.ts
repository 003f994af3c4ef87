import * as v from 'valibot';
import type { RestFailure } from './rest-failure';

const position = v.object({ from: v.pipe(v.number(), v.integer(), v.minValue(0)) });

/** An opaque place in a list. It holds no state on the server and does not expire. @see CDAC 47028 */
export const encodeCursor = (from: number): string =>
  `_t_${Buffer.from(JSON.stringify({ from })).toString('base64url')}`;

/** @throws what `refuse` makes, for anything that is no cursor */
export const decodeCursor = (cursor: string, refuse: () => RestFailure): number => {
  const parsed = v.safeParse(
    position,
    parseJson(Buffer.from(cursor.replace(/^_t_/u, ''), 'base64url').toString('utf8')),
  );
  if (!parsed.success || !cursor.startsWith('_t_')) throw refuse();
  return parsed.output.from;
};

const parseJson = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
};
