import { ConfluenceFailure } from '../search/confluence-failure';
import { callerPages } from './caller-pages';

/** Those of the pages that the calling user sees in a space; none when Confluence does not say. One call. */
export const findSeenPages = async (pageIds: readonly string[], spaceId: string): Promise<readonly string[]> => {
  try {
    return (await callerPages.findById(pageIds, { id: spaceId })).map(({ id }) => id);
  } catch (error) {
    if (error instanceof ConfluenceFailure) return [];
    throw error;
  }
};
