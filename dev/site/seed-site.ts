import * as v from 'valibot';
import type { Clock } from '../clock';
import { invokeAsUser, type InvokePorts } from './invoke-as-user';
import { SiteError } from './site-error';
import type { SiteOptions } from './site-options';

/** A Confluence administrator who always exists. */
const ADMIN = 'admin';

const createdKey = v.object({ secret: v.string() });
const spaceAccess = v.object({ enabled: v.boolean(), refused: v.optional(v.string()) });
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

/** Spaces changed within one minute of the clock: more would exceed the read units that Forge storage has a minute. */
const BATCH = 100;
const MINUTE_MS = 60_000;

type SeedPorts = InvokePorts & { readonly clock: Clock };

const setSpace = async (ports: SeedPorts, space: string, enabled: boolean): Promise<void> => {
  const answer = v.parse(
    spaceAccess,
    await invokeAsUser(ports, {
      module: 'space-settings',
      function: 'setSpaceAccess',
      payload: { enabled },
      as: ADMIN,
      space,
    }),
  );
  if (answer.enabled !== enabled) throw new SiteError(`space ${space} cannot be set: ${answer.refused ?? 'refused'}`);
};

/**
 * Opts spaces in, and on a site that was there before the others out, the way an admin does: through the app's own
 * resolver. Many spaces are changed over the minutes before now: no limit of the platform is passed over, and the clock
 * ends where it was.
 *
 * @returns the keys that are open now
 * @throws {SiteError} when the app refuses, or a space does not exist
 */
export const openSpaces = async (
  ports: SeedPorts,
  { open, isNew }: { readonly open: SiteOptions['open']; readonly isNew: boolean },
): Promise<readonly string[]> => {
  const keys = keysToOpen(ports, open);
  const others = isNew ? [] : ports.confluence.spaces().filter(({ key }) => !keys.includes(key));
  const changes = [
    ...others.map(({ key }) => ({ key, enabled: false })),
    ...keys.map((key) => ({ key, enabled: true })),
  ];
  const minutes = Math.floor(changes.length / BATCH);
  ports.clock.advance(-minutes * MINUTE_MS);
  for (const [index, { key, enabled }] of changes.entries()) {
    await setSpace(ports, key, enabled);
    if ((index + 1) % BATCH === 0) ports.clock.advance(MINUTE_MS);
  }
  return keys;
};

/** The keys that a site of before still has open. */
export const findOpenKeys = async (ports: SeedPorts): Promise<readonly string[]> => {
  const open: string[] = [];
  for (const { key } of ports.confluence.spaces()) {
    const answer = await invokeAsUser(ports, {
      module: 'space-settings',
      function: 'getSpaceAccess',
      as: ADMIN,
      space: key,
    });
    if (v.parse(spaceAccess, answer).enabled) open.push(key);
  }
  return open;
};

/** Sets the request limit the way an admin does; 0 takes the limit of points away as well. @throws {SiteError} */
export const limitRequests = async (ports: InvokePorts, requestsPerMinute: number): Promise<void> => {
  const answer = await invokeAsUser(ports, {
    module: 'admin',
    function: 'setLimits',
    payload: { requestsPerMinute, ...(requestsPerMinute === 0 ? { pointsPerHour: 0 } : {}) },
    as: ADMIN,
  });
  if (!v.is(notRefused, answer)) throw new SiteError('the app refused the request limit');
};
