import type { SpaceAccess } from '../../src/contract/settings-api';

export type Standing = 'open' | 'closed' | 'paused' | 'blocked' | 'archived';

/** What a space administrator is told besides {@link SpaceAccess}. */
export type Circumstances = { readonly archived?: boolean; readonly blocked?: boolean };

/** How a space stands, in one word. What keeps an open space from being searched outweighs that it is open. */
export const toStanding = (
  access: Pick<SpaceAccess, 'enabled' | 'paused' | 'archived'>,
  circumstances: Circumstances = {},
): Standing => {
  const { enabled, paused } = access;
  if (!enabled) return 'closed';
  if (isArchived(access, circumstances)) return 'archived';
  if (circumstances.blocked === true) return 'blocked';
  return paused ? 'paused' : 'open';
};

/** Whether the space is archived, as far as that is told. */
export const isArchived = (access: Pick<SpaceAccess, 'archived'>, circumstances: Circumstances = {}): boolean =>
  access.archived ?? circumstances.archived ?? false;
