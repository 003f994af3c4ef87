import type { CqlQuery, CqlOrder } from '../cql/cql-ast';
import { evaluateCql } from '../cql/evaluate-cql';
import type { Page } from '../model/site-state';
import { NotModelledError } from '../not-modelled';
import { type CqlDocument, documentKey } from './cql-document';
import type { IndexedSite } from './indexed-site';

export type SearchScope = {
  /** Page statuses to look at; `cqlcontext.contentStatuses`. */
  readonly contentStatuses: ReadonlySet<string>;
  readonly currentSpaces: boolean;
  readonly archivedSpaces: boolean;
};

export type SearchRun = {
  /** Best first, as the index knows it: neither permissions nor newer changes are looked at. */
  readonly documents: readonly CqlDocument[];
  /** Matches in archived spaces, looked at or not. */
  readonly archivedCount: number;
};

/**
 * Runs a query over the index. Without `ORDER BY` the order is that of relevance; ties keep the order in which the
 * content came into being.
 * @throws {CqlError} @throws {NotModelledError}
 */
export const runSearch = (
  query: CqlQuery,
  options: {
    readonly indexed: IndexedSite;
    readonly scope: SearchScope;
    readonly nowMs: number;
    readonly accountId: string | undefined;
    readonly siteSearch: boolean;
  },
): SearchRun => {
  const documents = documentsOf(options.indexed, options.scope.contentStatuses);
  const matches = evaluateCql(query.where, { ...options, documents });
  const found = documents.filter((document) => matches.has(documentKey(document)));
  const scoreOf = (document: CqlDocument): number => matches.get(documentKey(document)) ?? 0;
  const order = query.orderBy.length === 0 ? byScore(scoreOf) : byFields(query.orderBy);
  const inScope = ({ space }: CqlDocument): boolean =>
    space.status === 'archived' ? options.scope.archivedSpaces : options.scope.currentSpaces;
  return {
    documents: found.filter(inScope).sort(order),
    archivedCount: found.filter(({ space }) => space.status === 'archived').length,
  };
};

/** Drafts and trashed pages are in no index. */
const documentsOf = ({ state }: IndexedSite, statuses: ReadonlySet<string>): readonly CqlDocument[] => {
  const documents: CqlDocument[] = [...state.spaces.values()].map((space) => ({ kind: 'space', space }));
  for (const page of state.pages.values()) {
    const space = state.spaces.get(page.spaceId);
    if (space !== undefined && statuses.has(page.status)) documents.push({ kind: 'content', page, space });
  }
  return documents;
};

type Order = (left: CqlDocument, right: CqlDocument) => number;

const byScore =
  (scoreOf: (document: CqlDocument) => number): Order =>
  (left, right) =>
    scoreOf(right) - scoreOf(left);

/** @throws {NotModelledError} for a field that is not modelled, even if there is nothing to sort */
const byFields = (orders: readonly CqlOrder[]): Order => {
  const keys = orders.map(({ field, direction }) => ({
    valueOf: sortValue(field),
    sign: direction === 'ASC' ? 1 : -1,
  }));
  return (left, right) => {
    for (const { valueOf, sign } of keys) {
      const compared = compare(valueOf(left), valueOf(right));
      if (compared !== 0) return sign * compared;
    }
    return 0;
  };
};

const compare = (left: string, right: string): number => {
  if (left === right) return 0;
  return left < right ? -1 : 1;
};

const sortValue = (field: string): ((document: CqlDocument) => string) => {
  const value = SORT_VALUES[field.toLowerCase()];
  if (value === undefined) throw new NotModelledError(`ORDER BY ${field}`);
  return (document) => (document.kind === 'content' ? value(document.page, document.space.key) : document.space.name);
};

const SORT_VALUES: Readonly<Record<string, (page: Page, spaceKey: string) => string>> = {
  title: (page) => page.title.toLowerCase(),
  created: (page) => page.createdAt,
  lastmodified: (page) => page.updatedAt,
  type: (page) => page.type,
  space: (_, spaceKey) => spaceKey,
};
