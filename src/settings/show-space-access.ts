import type { Refusal, SpaceAccess } from '../contract/settings-api';
import { awaitAll } from '../fence/await-all';
import { readOptIn, type ShardStore } from '../fence/opt-in-registry';
import type { Opener, PolicyStore } from '../fence/policy';
import type { Caller, CallerRights, SpaceSeenByCaller } from './caller';

export type ShowSpaceAccessPorts = {
  readonly shards: ShardStore;
  readonly policy: PolicyStore;
  readonly rights: CallerRights;
};

type VisibleSpace = Extract<SpaceSeenByCaller, { readonly kind: 'visible' }>;

/** A space as a caller sees it, and who that is. */
export type SpaceOfCaller = VisibleSpace & { readonly accountId: string };

/** How it stands with a space that the caller does not see, or that is none. */
export const NOT_AVAILABLE: SpaceAccess = {
  enabled: false,
  mayChange: false,
  mayOpen: false,
  mayNotOpen: 'space-not-available',
  paused: false,
  refused: 'space-not-available',
};

/** The space of the calling context, asked as the caller; `undefined` for none. @throws {ConfluenceFailure} */
export const seeSpace = async (
  { accountId, spaceId }: Caller,
  rights: Pick<CallerRights, 'seeSpace'>,
): Promise<SpaceOfCaller | undefined> => {
  if (accountId === undefined || spaceId === undefined) return undefined;
  const seen = await rights.seeSpace(spaceId);
  return seen.kind === 'visible' ? { ...seen, accountId } : undefined;
};

/** Shows whether a space is open, and what the caller may do about it. @throws {ConfluenceFailure} {StorageUnavailable} */
export const createShowSpaceAccess = ({ shards, policy, rights }: ShowSpaceAccessPorts) => {
  const whyNotOpen = async (seen: VisibleSpace, optInBy: Opener): Promise<Refusal | undefined> => {
    if (!seen.mayAdminister) return 'not-space-admin';
    if (seen.status !== 'current') return 'space-archived';
    if (optInBy === 'space-admins' || (await rights.administersConfluence())) return undefined;
    return 'opt-in-forbidden';
  };

  return async (seen: VisibleSpace): Promise<SpaceAccess & { readonly archived: boolean }> => {
    const [{ isOpen, details }, { paused, optInBy }] = await awaitAll([readOptIn(shards, seen.id), policy.read()]);
    const mayNotOpen = await whyNotOpen(seen, optInBy);
    return {
      enabled: isOpen,
      mayChange: seen.mayAdminister,
      mayOpen: mayNotOpen === undefined,
      ...(mayNotOpen === undefined ? {} : { mayNotOpen }),
      paused,
      archived: seen.status !== 'current',
      ...(details === undefined ? {} : { optedInAt: details.at }),
    };
  };
};
