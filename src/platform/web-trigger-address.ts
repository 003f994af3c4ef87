import { webTrigger } from '@forge/api';

const MODULE = 'search';

/**
 * The address of this installation's web trigger; the platform makes one if there is none yet. `undefined` when it does not
 * answer: an admin can do without.
 *
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/web-trigger-api/
 */
export const readWebTriggerUrl = async (): Promise<string | undefined> => {
  try {
    return await webTrigger.getUrl(MODULE);
  } catch {
    return undefined;
  }
};
