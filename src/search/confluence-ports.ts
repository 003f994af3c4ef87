import type { CqlText } from './cql-text';
import type { SearchAnswer } from './parse-search-answer';

/** One search call as the app. @throws {ConfluenceFailure} */
export type SearchContent = (ask: {
  readonly cql: CqlText;
  /** 1–50: with bodies, Confluence silently gives no more. */
  readonly limit: number;
  /** Position of an earlier answer to the same query. */
  readonly cursor?: string;
}) => Promise<SearchAnswer>;

/** A space as Confluence describes it now. */
export type DescribedSpace = {
  readonly id: string;
  readonly key: string;
  readonly alias?: string;
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly url: string;
};

/** What the app may ask about spaces. Every method is one call. */
export interface SpaceDirectory {
  /** Spaces by key or alias, at most 100. Whatever does not exist is absent. @throws {ConfluenceFailure} */
  findByName(names: readonly string[]): Promise<readonly DescribedSpace[]>;
  /** Spaces by id, at most 250. @throws {ConfluenceFailure} */
  findById(ids: readonly string[]): Promise<readonly DescribedSpace[]>;
  /** Those of the spaces that an admin's app access rule closes to this app; at most 250. @throws {ConfluenceFailure} */
  findBlocked(ids: readonly string[]): Promise<ReadonlySet<string>>;
}
