import type { MatchedPage, MatchedText } from './matched-page';

/**
 * How telling each word of the query is among these pages, between 0 and about 2: the rarer, the more. Confluence does
 * not say how often a word occurs in the site, and among pages it chose for having the words it can only be estimated:
 * by the pages and by the blocks and titles that have it. The root keeps a bad estimate from deciding alone.
 */
export const weighTerms = (pages: readonly MatchedPage[], words: number): readonly number[] => {
  const allTexts = pages.reduce((sum, { textCount }) => sum + textCount, 0);
  return Array.from({ length: words }, (_, word) => {
    const has = ({ counts }: MatchedText): boolean => (counts[word] ?? 0) >= 1;
    const inTexts = pages.reduce((sum, { found }) => sum + found.filter(has).length, 0);
    const inPages = pages.filter(({ title, found }) => has(title) || found.some(has)).length;
    return Math.sqrt(Math.sqrt(rarity(inPages, pages.length) * rarity(inTexts, allTexts)));
  });
};

/** The inverse document frequency of BM25, which is never negative. */
const rarity = (having: number, all: number): number => Math.log(1 + (all - having + 0.5) / (having + 0.5));
