import type { MatchedPage } from './matched-page';

/**
 * How telling each word of the query is among these pages, between 0 and about 2: the rarer, the more. Confluence does
 * not say how often a word occurs in the site, and among pages it chose for having the words it can only be estimated:
 * by the pages and by the blocks that have it. The root keeps a bad estimate from deciding alone.
 */
export const weighTerms = (pages: readonly MatchedPage[], wordCount: number): readonly number[] => {
  const blocks = pages.flatMap((page) => page.blocks);
  return Array.from({ length: wordCount }, (_, word) => {
    const has = (counts: readonly number[]): boolean => (counts[word] ?? 0) >= 1;
    const inBlocks = blocks.filter(({ text }) => has(text.counts)).length;
    const inPages = pages.filter((page) => has(page.title.counts) || page.blocks.some(({ text }) => has(text.counts)));
    return Math.sqrt(Math.sqrt(rarity(inPages.length, pages.length) * rarity(inBlocks, blocks.length)));
  });
};

/** The inverse document frequency of BM25, which is never negative. */
const rarity = (having: number, all: number): number => Math.log(1 + (all - having + 0.5) / (having + 0.5));
