import type { SpaceAccess } from '../../src/contract/space-settings-api';

export type Standing = 'open' | 'closed' | 'paused' | 'blocked' | 'archived';

/**
 * How a space stands, in one word. What keeps an open space from being searched outweighs that it is open; whether an app
 * access rule does is told to space administrators alone.
 */
export const toStanding = (
  { enabled, paused, archived }: Pick<SpaceAccess, 'enabled' | 'paused' | 'archived'>,
  blocked = false,
): Standing => {
  if (!enabled) return 'closed';
  if (archived === true) return 'archived';
  if (blocked) return 'blocked';
  return paused ? 'paused' : 'open';
};
