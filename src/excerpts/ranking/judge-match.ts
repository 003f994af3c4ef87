import type { Matched } from '../../contract/search-api';
import type { CompiledQuery } from './compiled-query';
import type { MatchedPage } from './matched-page';

/**
 * How much of the query a page answers: a quoted phrase or the whole query word for word (`phrase`), all words in the
 * title alone (`title`), all words somewhere (`all`), or only some. Inflected words count.
 */
export const judgeMatch = ({ title, found }: MatchedPage, present: ReadonlySet<number>, words: number): Matched => {
  if ([title, ...found].some(({ hasSequence }) => hasSequence)) return 'phrase';
  if (words > 0 && title.counts.every((count) => count > 0)) return 'title';
  return words > 0 && present.size === words ? 'all' : 'some';
};

/** Whether a page has every word of the query and every quoted phrase. */
export const hasAllAsked = (
  { title, found }: MatchedPage,
  present: ReadonlySet<number>,
  { words, quotedCount }: Pick<CompiledQuery, 'words' | 'quotedCount'>,
): boolean =>
  present.size === words.length &&
  Array.from({ length: quotedCount }, (_, quoted) => quoted).every((quoted) =>
    [title, ...found].some(({ matches }) =>
      matches.some(({ term }) => term.kind === 'sequence' && term.index === quoted),
    ),
  );

/** The places of the query's words that the page has, title included. */
export const presentWords = ({ title, found }: MatchedPage, words: number): ReadonlySet<number> =>
  new Set(
    Array.from({ length: words }, (_, word) => word).filter((word) =>
      [title, ...found].some(({ counts }) => (counts[word] ?? 0) > 0),
    ),
  );
