import { callerPages } from './caller-pages';
import { ifConfluenceSays } from './if-confluence-says';

/** Those of the pages that the calling user sees in a space; none when Confluence does not say. One call. */
export const findSeenPages = async (pageIds: readonly string[], spaceId: string): Promise<readonly string[]> =>
  (await ifConfluenceSays(() => callerPages.findById(pageIds, { id: spaceId })))?.map(({ id }) => id) ?? [];
