/** A request as it arrived at the local host. */
export type WebTriggerHttpRequest = {
  readonly method: string;
  /** Node's alternating list of names and values, names as the caller wrote them. */
  readonly rawHeaders: readonly string[];
  /** The whole path, without the query. */
  readonly path: string;
  /** What follows the trigger's id, or nothing. */
  readonly userPath: string;
  /** The query with its `?`, or nothing. */
  readonly search: string;
  readonly body: Buffer | string;
};

export type WebTriggerHttpResponse = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
};

/**
 * The event that a web trigger function gets. Names keep the caller's case, so one header may be there in several
 * spellings; values of one spelling are collected. Query values are split at commas and come in another order than they
 * were sent in, as in the documented example (`apples=green,red` → `["red", "green"]`): only the body can be relied on.
 * `call`, `context` and `contextToken` were seen on the live platform and are opaque.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/web-trigger/
 */
export const toWebTriggerEvent = (request: WebTriggerHttpRequest, moduleKey: string, siteAri: string): object => ({
  method: request.method,
  headers: Object.fromEntries(groupPairs(pairsOf(request.rawHeaders))),
  body: request.body.toString(),
  path: request.path,
  userPath: request.userPath,
  queryParameters: Object.fromEntries(
    groupPairs([...new URLSearchParams(request.search)].flatMap(splitAtCommas).reverse()),
  ),
  call: { functionKey: moduleKey },
  context: { contextAri: siteAri },
  contextToken: 'opaque',
});

/** Headers and metadata count. @see https://developer.atlassian.com/platform/forge/limits-invocation/ */
export const sizeOfRequest = ({ method, rawHeaders, path, search, body }: WebTriggerHttpRequest): number =>
  Buffer.byteLength([method, path, search, ...rawHeaders].join('')) + Buffer.byteLength(body);

type Pair = readonly [string, string];

const pairsOf = (list: readonly string[]): Pair[] =>
  list.flatMap((name, index) => (index % 2 === 0 ? [[name, list[index + 1] ?? ''] as const] : []));

const splitAtCommas = ([name, value]: Pair): Pair[] => value.split(',').map((part) => [name, part] as const);

const groupPairs = (pairs: readonly Pair[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    groups.set(name, [...(groups.get(name) ?? []), value]);
  }
  return groups;
};
