import type { Unavailable } from '../contract/refusal';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { ConfluenceFailure } from '../search/confluence-failure';

/**
 * Turns a failure of storage or of Confluence into an answer, so that a page can say what is the matter. All else is thrown
 * on: a defect, and the user's missing consent, for which the platform asks.
 */
export const answerUnavailable = async <T>(run: () => Promise<T>): Promise<T | Unavailable> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof StorageUnavailable) return { refused: 'storage-unavailable' };
    if (error instanceof ConfluenceFailure) return { refused: 'confluence-unavailable' };
    throw error;
  }
};
