import type { QueryTerms } from '../../src/excerpts/query-terms';
import { parseQuery } from '../../src/search/parse-query';

/** The terms of queries as the app reads them; queries without a word are left out. */
export const parseBenchQueries = (queries: readonly string[]): readonly QueryTerms[] =>
  queries.flatMap((query) => {
    const parsed = parseQuery(query);
    return parsed === undefined ? [] : [parsed.terms];
  });
