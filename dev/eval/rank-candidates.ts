import { rankPages } from '../../src/excerpts/rank-pages';
import { parseQuery } from '../../src/search/parse-query';
import { parseSearchAnswer } from '../../src/search/parse-search-answer';
import type { LocalSite } from '../site/local-site';

/**
 * Ids of all pages that Confluence gave the app for a query, ranked as the app ranks them, best first. The app's searches
 * are made once more, because a site remembers what was asked and not what was answered.
 *
 * @param searches path and query of each
 */
export const rankCandidates = (
  { confluence }: Pick<LocalSite, 'confluence'>,
  query: string,
  searches: readonly string[],
): readonly string[] => {
  const terms = parseQuery(query)?.terms;
  if (terms === undefined) return [];
  const hits = searches.flatMap((path) => {
    const { body } = confluence.handle({ method: 'GET', path, headers: {}, as: 'app' });
    return parseSearchAnswer(JSON.parse(body)).hits;
  });
  const pages = new Map(hits.map(({ id, title, storage = '' }) => [id, { id, title, storage }]));
  return rankPages([...pages.values()], terms).map(({ id }) => id);
};
