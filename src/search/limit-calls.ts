import { ConfluenceFailure } from './confluence-failure';
import type { Confluence } from './guard-confluence';

/** Confluence for one search that may make so many calls: what is beyond them is not made, as if it had not been answered. */
export const limitCalls = (
  { searchContent, directory }: Confluence,
  { searches, all }: { readonly searches: number; readonly all: number },
): Confluence => {
  const made = { searches: 0, all: 0 };
  const within = <T>(kind: 'searches' | 'all', call: () => Promise<T>): Promise<T> => {
    if (made.all >= all || (kind === 'searches' && made.searches >= searches)) {
      return Promise.reject(new ConfluenceFailure('unavailable'));
    }
    made.all += 1;
    if (kind === 'searches') made.searches += 1;
    return call();
  };
  return {
    searchContent: (ask) => within('searches', () => searchContent(ask)),
    directory: {
      findByName: (names) => within('all', () => directory.findByName(names)),
      findById: (ids) => within('all', () => directory.findById(ids)),
      findBlocked: (ids) => within('all', () => directory.findBlocked(ids)),
    },
  };
};
