import { ConfluenceFailure } from '../search/confluence-failure';
import { spaceDirectoryAsApp } from './space-directory';

/** A page of settings waits for it. */
const TIMEOUT_MS = 5_000;

/** Whether an app access rule keeps the app from a space; `undefined` when Confluence does not say. */
export const isSpaceBlocked = async (spaceId: string): Promise<boolean | undefined> => {
  try {
    return (await spaceDirectoryAsApp(TIMEOUT_MS).findBlocked([spaceId])).has(spaceId);
  } catch (error) {
    if (error instanceof ConfluenceFailure) return undefined;
    throw error;
  }
};
