import type { SearchContent } from './confluence-ports';
import type { CqlText } from './cql-text';

/** What Confluence has answered, by ids alone: not what may leave, nor what was chosen. */
export type Heard = {
  readonly has: (contentId: string) => boolean;
  /** Whether a query was answered to its end, and all of it could be read. */
  readonly isComplete: (cql: CqlText) => boolean;
};

/** Lets searches through, and remembers which content came back. */
export const listenToAnswers = (
  searchContent: SearchContent,
): { readonly searchContent: SearchContent; readonly heard: Heard } => {
  const ids = new Set<string>();
  const ended = new Set<CqlText>();
  const unreadable = new Set<CqlText>();
  return {
    searchContent: async (ask) => {
      const answer = await searchContent(ask);
      for (const { id } of answer.hits) ids.add(id);
      if (answer.nextCursor === undefined) ended.add(ask.cql);
      if (answer.hits.length < answer.resultCount) unreadable.add(ask.cql);
      return answer;
    },
    heard: {
      has: (contentId) => ids.has(contentId),
      isComplete: (cql) => ended.has(cql) && !unreadable.has(cql),
    },
  };
};
