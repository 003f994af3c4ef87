import type { ContentType } from '../contract/search-api';
import { allOf, isBelow, isOneOf, modifiedFrom, modifiedUntil, type CqlText } from './cql-text';

export type SearchFilters = {
  readonly types: readonly ContentType[];
  /** Any of these; empty: no filter. */
  readonly labels: readonly string[];
  readonly updatedAfter?: number | undefined;
  readonly updatedBefore?: number | undefined;
  readonly under?: string | undefined;
};

/**
 * Builds the query for one group of spaces. The space clause is the outermost conjunct and comes first.
 * A query without a space cannot be built.
 *
 * @param spaceKeys system keys of open spaces
 * @param match what the text must have
 * @throws {RangeError} when there is no space
 */
export const buildSearchCql = (spaceKeys: readonly string[], match: CqlText, filters: SearchFilters): CqlText =>
  allOf([
    isOneOf('space', spaceKeys),
    isOneOf('type', filters.types),
    ...(filters.labels.length === 0 ? [] : [isOneOf('label', filters.labels)]),
    ...(filters.under === undefined ? [] : [isBelow(filters.under)]),
    ...(filters.updatedAfter === undefined ? [] : [modifiedFrom(filters.updatedAfter)]),
    ...(filters.updatedBefore === undefined ? [] : [modifiedUntil(filters.updatedBefore)]),
    match,
  ]);
