import type { CallerName } from './call-resolver';
import { CONFLUENCE_ADMIN, type World } from './world';

/** What the caller may not do with a space at all. */
export const whyNotSpace = (world: World, as: CallerName, spaceId: string): string | undefined => {
  const space = world.spaces.get(spaceId);
  if (as === undefined || space === undefined) return 'space-not-available';
  return as === CONFLUENCE_ADMIN || space.admins.includes(as) ? undefined : 'not-space-admin';
};
