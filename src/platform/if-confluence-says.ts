import { ConfluenceFailure } from '../search/confluence-failure';

/** What Confluence says, for what is not needed to go on; `undefined` when it does not say. */
export const ifConfluenceSays = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ConfluenceFailure) return undefined;
    throw error;
  }
};
