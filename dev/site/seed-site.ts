import * as v from 'valibot';
import { invokeAsUser, type InvokePorts } from './invoke-as-user';
import { SiteError } from './site-error';
import type { SiteOptions } from './site-options';

/** A Confluence administrator who always exists. */
const ADMIN = 'admin';

const createdKey = v.object({ secret: v.string() });
const changed = v.object({ enabled: v.boolean(), refused: v.optional(v.string()) });
const notRefused = v.object({ refused: v.optional(v.undefined()) });

const keysToOpen = (ports: InvokePorts, open: SiteOptions['open']): readonly string[] => {
  const spaces = ports.confluence.spaces();
  if (open === 'none') return [];
  if (open === 'all') return spaces.filter(({ status }) => status === 'current').map(({ key }) => key);
  if (open === undefined) return spaces.filter(({ optedIn }) => optedIn).map(({ key }) => key);
  return open;
};

/** Makes a signing key the way an admin does. */
export const createKey = async (ports: InvokePorts): Promise<string> => {
  const answer = await invokeAsUser(ports, { module: 'admin', function: 'createKey', as: ADMIN });
  return v.parse(createdKey, answer).secret;
};

/**
 * Opts spaces in the way an admin does: through the app's own resolver.
 *
 * @returns the keys that are open now
 * @throws {SiteError} when the app refuses, or a space does not exist
 */
export const openSpaces = async (ports: InvokePorts, open: SiteOptions['open']): Promise<readonly string[]> => {
  const keys = keysToOpen(ports, open);
  for (const key of keys) {
    const answer = v.parse(
      changed,
      await invokeAsUser(ports, {
        module: 'space-settings',
        function: 'setSpaceAccess',
        payload: { enabled: true },
        as: ADMIN,
        space: key,
      }),
    );
    if (!answer.enabled) throw new SiteError(`space ${key} cannot be opened: ${answer.refused ?? 'refused'}`);
  }
  return keys;
};

/** Sets the request limit the way an admin does. @throws {SiteError} */
export const limitRequests = async (ports: InvokePorts, requestsPerMinute: number): Promise<void> => {
  const answer = await invokeAsUser(ports, {
    module: 'admin',
    function: 'setLimits',
    payload: { requestsPerMinute },
    as: ADMIN,
  });
  if (!v.is(notRefused, answer)) throw new SiteError('the app refused the request limit');
};
