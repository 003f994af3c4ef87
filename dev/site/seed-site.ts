import * as v from 'valibot';
import type { Clock } from '../clock';
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

/** Spaces opened within one minute of the clock: more would exceed the read units that Forge storage has a minute. */
const BATCH = 100;
const MINUTE_MS = 60_000;

/**
 * Opts spaces in the way an admin does: through the app's own resolver. Many spaces were opened over
 * the minutes before now: no limit of the platform is passed over, and the clock ends where it was.
 *
 * @returns the keys that are open now
 * @throws {SiteError} when the app refuses, or a space does not exist
 */
export const openSpaces = async (
  ports: InvokePorts & { readonly clock: Clock },
  open: SiteOptions['open'],
): Promise<readonly string[]> => {
  const keys = keysToOpen(ports, open);
  const batches = Math.floor(keys.length / BATCH);
  ports.clock.advance(-batches * MINUTE_MS);
  for (const [index, key] of keys.entries()) {
    if (index > 0 && index % BATCH === 0) ports.clock.advance(MINUTE_MS);
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
  if (keys.length > 0 && keys.length % BATCH === 0) ports.clock.advance(MINUTE_MS);
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
