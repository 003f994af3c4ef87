import * as v from 'valibot';
import type { CqlQuery } from '../cql/cql-ast';
import { CqlError } from '../cql/cql-error';
import { parseCql } from '../cql/parse-cql';
import { mayReadContentOf, mayReadPage } from '../model/visibility';
import { NotModelledError } from '../not-modelled';
import type { CqlDocument } from '../search/cql-document';
import { runSearch } from '../search/run-search';
import { decodeCursor, encodeCursor } from './cursor';
import { integerParam } from './query-params';
import type { RestCall } from './rest-call';
import { v1BadRequest, v1Forbidden } from './rest-failure';

/** A page of search results, both search endpoints alike. */
export type SearchPage = {
  readonly cql: string;
  readonly query: CqlQuery;
  /** What the index found, as it is now; what the caller may not see or what is gone is left out. */
  readonly hits: readonly CqlDocument[];
  readonly start: number;
  readonly limit: number;
  /** Before permissions are looked at. Approximate on Cloud too, for the same reason. */
  readonly totalSize: number;
  readonly archivedResultCount: number;
  /** `_links.next` and `_links.prev`: without `/wiki`. */
  readonly links: { readonly next?: string; readonly prev?: string };
};

/**
 * Runs the query of a call and cuts out the page that it asks for. Permissions are applied to the page after it was
 * cut: it may be short or even empty and still have a next one (n8n PR#36589).
 * @throws {RestFailure} 403 without access to Confluence, 400 for the query or a parameter
 * @throws {NotModelledError}
 */
export const searchPage = (
  call: RestCall,
  options: {
    readonly path: string;
    readonly largestPage: number;
    readonly archivedSpaces: boolean;
    readonly currentSpaces: boolean;
  },
): SearchPage => {
  const { query: parameters, site, viewer } = call;
  if (viewer.kind === 'anonymous') throw v1Forbidden();
  const cql = parameters.get('cql') ?? '';
  if (cql === '') throw v1BadRequest('cql is required');
  const wanted = integerParam(parameters, 'limit', { fallback: 25, min: 0, refuse: v1BadRequest });
  const limit = Math.min(wanted, options.largestPage);
  const start = startOf(parameters);
  const scope = { contentStatuses: contentStatuses(parameters), ...options };
  return asBadRequest(cql, () => {
    const query = parseCql(cql);
    const run = runSearch(query, {
      indexed: site.searchIndex.current(),
      scope,
      nowMs: site.nowMs,
      accountId: viewer.accountId,
      siteSearch: site.siteSearch,
    });
    const { length } = run.documents;
    return {
      cql,
      query,
      hits: run.documents.slice(start, start + limit).flatMap((document) => asItIsNow(document, call)),
      start,
      limit,
      totalSize: length,
      archivedResultCount: run.archivedCount,
      links: {
        ...(start + limit < length && limit > 0
          ? { next: link(options.path, call, { next: start + limit, limit }) }
          : {}),
        ...(start > 0 ? { prev: link(options.path, call, { prev: Math.max(0, start - limit), limit }) } : {}),
      },
    };
  });
};

/** What a hit carries is always current, however old the index is. */
const asItIsNow = (document: CqlDocument, { site: { state }, viewer }: RestCall): readonly CqlDocument[] => {
  if (document.kind === 'space') {
    const space = state.spaces.get(document.space.id);
    return space !== undefined && mayReadContentOf(viewer, space) ? [{ kind: 'space', space }] : [];
  }
  const page = state.pages.get(document.page.id);
  const space = page === undefined ? undefined : state.spaces.get(page.spaceId);
  if (page === undefined || space === undefined || !mayReadPage(state, viewer, page)) return [];
  return [{ kind: 'content', page, space }];
};

/** `start` is deprecated and only heard where there is no cursor. */
const startOf = (parameters: URLSearchParams): number => {
  const cursor = parameters.get('cursor');
  if (cursor === null) return integerParam(parameters, 'start', { fallback: 0, min: 0, refuse: v1BadRequest });
  return decodeCursor(cursor, () => v1BadRequest(`Invalid cursor: ${cursor}`));
};

const context = v.strictObject({
  spaceKey: v.optional(v.string()),
  contentId: v.optional(v.string()),
  contentStatuses: v.optional(v.array(v.string())),
});

/**
 * `cqlcontext`: `spaceKey` and `contentId` do not filter, they only feed functions that are not modelled (CDAC 47076);
 * `contentStatuses` filters.
 */
const contentStatuses = (parameters: URLSearchParams): ReadonlySet<string> => {
  const text = parameters.get('cqlcontext');
  if (text === null) return new Set(['current']);
  const parsed = v.safeParse(context, asJson(text));
  if (!parsed.success) throw new NotModelledError(`cqlcontext=${text}`);
  const statuses = parsed.output.contentStatuses ?? ['current'];
  const unknown = statuses.find((status) => status !== 'current' && status !== 'archived');
  if (unknown !== undefined) throw new NotModelledError(`cqlcontext.contentStatuses "${unknown}"`);
  return new Set(statuses);
};

const asJson = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw v1BadRequest('cqlcontext is not valid JSON');
  }
};

const asBadRequest = <T>(cql: string, run: () => T): T => {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CqlError)) throw error;
    if (error.code !== 'execution') throw v1BadRequest(error.message);
    throw v1BadRequest(
      'CQL was parsed but the search manager was unable to execute the search. ' +
        `CQL: '${cql}'. Error message: ${error.message}`,
    );
  }
};

const link = (
  path: string,
  call: RestCall,
  to: { readonly next?: number; readonly prev?: number; readonly limit: number },
): string => {
  const direction = to.next === undefined ? 'prev' : 'next';
  const from = to.next ?? to.prev ?? 0;
  const parameters = new URLSearchParams([
    [direction, 'true'],
    ['cursor', encodeCursor(from)],
    ['limit', String(to.limit)],
    ['start', String(from)],
  ]);
  for (const [name, value] of call.query)
    if (!['next', 'prev', 'cursor', 'limit', 'start'].includes(name)) parameters.append(name, value);
  return `${path}?${parameters.toString()}`;
};
