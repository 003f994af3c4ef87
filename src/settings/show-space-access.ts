import type { Refusal } from '../contract/refusal';
import type { SpaceAccess } from '../contract/space-settings-api';
import { awaitAll } from '../fence/await-all';
import { readOptIn, type OptIn, type ShardStore } from '../fence/opt-in-registry';
import type { Opener, Policy, PolicyStore } from '../fence/policy';
import type { Caller, CallerRights, SpaceSeenByCaller } from './caller';

export type ShowSpaceAccessPorts = {
  readonly shards: ShardStore;
  readonly policy: PolicyStore;
  readonly rights: Pick<CallerRights, 'seeSpace'>;
  /** Whether the caller does; `undefined` when Confluence does not say. */
  readonly administersConfluence: () => Promise<boolean | undefined>;
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

/** What is stored that says how a space stands. */
export type SpaceState = { readonly optIn: OptIn; readonly policy: Policy };

/** What a caller is shown of a space, and what that was made of. */
type ShownSpace = { readonly access: SpaceAccess; readonly state: SpaceState };

/** Shows whether a space is open, and what the caller may do about it. @throws {StorageUnavailable} */
export const createShowSpaceAccess = ({ shards, policy, administersConfluence }: ShowSpaceAccessPorts) => {
  const whyNotOpen = async (seen: VisibleSpace, optInBy: Opener): Promise<Refusal | undefined> => {
    if (!seen.mayAdminister) return 'not-space-admin';
    if (seen.status !== 'current') return 'space-archived';
    if (optInBy === 'space-admins') return undefined;
    const isAdministrator = await administersConfluence();
    // Who may not open for that may look all the same, and close.
    if (isAdministrator === undefined) return 'confluence-unavailable';
    return isAdministrator ? undefined : 'opt-in-forbidden';
  };

  return async (seen: VisibleSpace): Promise<ShownSpace> => {
    const [optIn, rules] = await awaitAll([readOptIn(shards, seen.id), policy.read()]);
    const mayNotOpen = await whyNotOpen(seen, rules.optInBy);
    const access = {
      enabled: optIn.isOpen,
      mayChange: seen.mayAdminister,
      mayOpen: mayNotOpen === undefined,
      ...(mayNotOpen === undefined ? {} : { mayNotOpen }),
      paused: rules.paused,
      archived: seen.status !== 'current',
      ...(optIn.details === undefined ? {} : { optedInAt: optIn.details.at }),
    };
    return { access, state: { optIn, policy: rules } };
  };
};
