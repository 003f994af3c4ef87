import type { Matched } from '../../contract/search-api';
import type { MatchedPage } from './matched-page';

/**
 * How much of the query a page answers: a quoted phrase or the whole query word for word (`phrase`), all words in the
 * title alone (`title`), all words somewhere (`all`), or only some. Inflected words count.
 */
export const judgeMatch = ({ title, blocks }: MatchedPage, present: ReadonlySet<number>, words: number): Matched => {
  const texts = [title, ...blocks.map(({ text }) => text)];
  if (texts.some(({ hasSequence }) => hasSequence)) return 'phrase';
  if (words > 0 && title.counts.every((count) => count > 0)) return 'title';
  return words > 0 && present.size === words ? 'all' : 'some';
};

/** The places of the query's words that the page has, title included. */
export const presentWords = ({ title, blocks }: MatchedPage, words: number): ReadonlySet<number> =>
  new Set(
    Array.from({ length: words }, (_, word) => word).filter(
      (word) => (title.counts[word] ?? 0) > 0 || blocks.some(({ text }) => (text.counts[word] ?? 0) > 0),
    ),
  );
