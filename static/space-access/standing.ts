import type { SpaceAccess } from '../../src/contract/settings-api';

export type Standing = 'open' | 'closed' | 'paused' | 'blocked' | 'archived';

/** What a space administrator is told beyond {@link SpaceAccess}. */
export type Circumstances = { readonly archived?: boolean; readonly blocked?: boolean };

/** How a space stands, in one word. What keeps an open space from being searched outweighs that it is open. */
export const toStanding = (
  { enabled, paused }: Pick<SpaceAccess, 'enabled' | 'paused'>,
  { archived = false, blocked = false }: Circumstances = {},
): Standing => {
  if (!enabled) return 'closed';
  if (archived) return 'archived';
  if (blocked) return 'blocked';
  return paused ? 'paused' : 'open';
};
