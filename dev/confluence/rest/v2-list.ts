import { decodeCursor, encodeCursor } from './cursor';
import { integerParam, listParam } from './query-params';
import type { RestAnswer, RestCall } from './rest-call';
import { v2BadRequest } from './rest-failure';

const LARGEST_PAGE = 250;

/**
 * One page of a v2 list, sorted by id. `_links.next` includes `/wiki` and is repeated in the `Link` header.
 * @throws {RestFailure} 400 for a `limit` outside 1 to 250 or a cursor that is none
 */
export const v2List = <T>(
  call: RestCall,
  path: string,
  items: readonly T[],
  render: (item: T) => object,
): RestAnswer => {
  const { query, site } = call;
  const limit = integerParam(query, 'limit', { fallback: 25, min: 1, max: LARGEST_PAGE, refuse: v2BadRequest });
  const cursor = query.get('cursor');
  const start = cursor === null ? 0 : decodeCursor(cursor, badCursor);
  const results = items.slice(start, start + limit).map(render);
  const next = start + limit < items.length ? nextLink(call, path, { start: start + limit, limit }) : undefined;
  return {
    body: { results, _links: { ...(next === undefined ? {} : { next }), base: `${site.url}/wiki` } },
    contentObjects: results.length,
    peopleObjects: 0,
    ...(next === undefined ? {} : { next }),
  };
};

/** @see PipedreamHQ/pipedream#15776 */
const badCursor = (): ReturnType<typeof v2BadRequest> =>
  v2BadRequest(
    "Provided value for 'cursor' is not the correct type. Expected type is Cursor.",
    'The provided cursor was not valid. You can get a new valid cursor by making the original pagination request again.',
  );

const nextLink = (call: RestCall, path: string, to: { readonly start: number; readonly limit: number }): string => {
  const parameters = new URLSearchParams([...call.query].filter(([name]) => name !== 'cursor' && name !== 'limit'));
  parameters.append('limit', String(to.limit));
  parameters.append('cursor', encodeCursor(to.start));
  return `/wiki/api/v2${path}?${parameters.toString()}`;
};

/**
 * The values that a list is narrowed to; undefined when it is not.
 * @throws {RestFailure} 400 past `max` values, or for a value that is not among `allowed`
 */
export const narrowing = (
  query: URLSearchParams,
  name: string,
  options: { readonly max: number; readonly allowed?: readonly string[] },
): ReadonlySet<string> | undefined => {
  if (!query.has(name)) return undefined;
  const values = listParam(query, name);
  if (values.length > options.max) {
    throw v2BadRequest(`Provided value for '${name}' has too many items. Maximum is ${options.max}.`);
  }
  const wrong = values.find((value) => options.allowed?.includes(value) === false);
  if (wrong !== undefined) throw v2BadRequest(`Provided value {${wrong}} for '${name}' is not the correct type.`);
  return new Set(values);
};

/** Numbers by size, other ids behind them by name. */
export const byId = (left: { readonly id: string }, right: { readonly id: string }): number => {
  const [leftNumber, rightNumber] = [Number(left.id), Number(right.id)];
  if (!Number.isNaN(leftNumber) && !Number.isNaN(rightNumber)) return leftNumber - rightNumber;
  if (Number.isNaN(leftNumber) !== Number.isNaN(rightNumber)) return Number.isNaN(leftNumber) ? 1 : -1;
  return left.id < right.id ? -1 : 1;
};
