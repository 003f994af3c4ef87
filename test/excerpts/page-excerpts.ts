import { rankPages } from '../../src/excerpts/rank-pages';
import { spendBudget } from '../../src/excerpts/spend-budget';
import { parseQuery } from '../../src/search/parse-query';

const NO_TERMS = { words: [], phrases: [], identifiers: [] };

/** Excerpts of a page for a query that has a phrase, with room for nearly all of it. */
export const pageExcerpts = (storage: string): readonly string[] => {
  const terms = parseQuery('zebra "key key key key key key key key value"')?.terms ?? NO_TERMS;
  const ranked = rankPages([{ id: '1', title: 'Untitled', storage }], terms);
  const [maxChars, maxCharsPerPage] = [storage.length, storage.length];
  const { pages } = spendBudget(ranked, { maxChars, maxCharsPerPage, excerptsPerPage: 5 });
  return pages.flatMap(({ excerpts }) => excerpts.map(({ markdown }) => markdown));
};
