import { ifConfluenceSays } from './if-confluence-says';
import { spaceDirectoryAsApp } from './space-directory';

/** A page of settings waits for it. */
const TIMEOUT_MS = 5_000;

/** Whether an app access rule keeps the app from a space; `undefined` when Confluence does not say. */
export const isSpaceBlocked = (spaceId: string): Promise<boolean | undefined> =>
  ifConfluenceSays(async () => (await spaceDirectoryAsApp(TIMEOUT_MS).findBlocked([spaceId])).has(spaceId));
