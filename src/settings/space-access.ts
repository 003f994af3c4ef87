import * as v from 'valibot';
import type { Refusal, SpaceAccess } from '../contract/settings-api';
import { awaitAll } from '../fence/await-all';
import { changeRegistry, readOptIn, type ShardStore } from '../fence/opt-in-registry';
import type { PolicyStore } from '../fence/policy';
import type { Caller, CallerRights, SpaceSeenByCaller } from './caller';

export type SpaceAccessPorts = {
  readonly shards: ShardStore;
  readonly policy: PolicyStore;
  readonly rights: CallerRights;
  readonly now: () => number;
};

export type SpaceAccessFunctions = {
  readonly get: (caller: Caller) => Promise<SpaceAccess>;
  readonly set: (caller: Caller, payload: unknown) => Promise<SpaceAccess>;
};

const setPayload = v.strictObject({ enabled: v.boolean() });

const NOT_AVAILABLE: SpaceAccess = {
  enabled: false,
  mayChange: false,
  paused: false,
  refused: 'space-not-available',
};

/**
 * What a space's page and the macro can do: show and change whether the space of the calling context is open. Rights are
 * asked of Confluence as the caller, for that space id, on every call; a space that the caller cannot see has no state.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable} from both functions
 */
export const createSpaceAccess = ({ shards, policy, rights, now }: SpaceAccessPorts): SpaceAccessFunctions => {
  const see = async ({ accountId, spaceId }: Caller): Promise<SpaceSeenByCaller> =>
    accountId === undefined || spaceId === undefined ? { kind: 'not-available' } : rights.seeSpace(spaceId);

  const show = async (seen: SpaceSeenByCaller, refused?: Refusal): Promise<SpaceAccess> => {
    if (seen.kind === 'not-available') return NOT_AVAILABLE;
    const [{ isOpen, details }, { paused }] = await awaitAll([readOptIn(shards, seen.id), policy.read()]);
    return {
      enabled: isOpen,
      mayChange: seen.mayAdminister,
      paused,
      ...(details === undefined ? {} : { optedInAt: details.at }),
      ...(refused === undefined ? {} : { refused }),
    };
  };

  return {
    get: async (caller) => show(await see(caller)),
    set: async (caller, payload) => {
      const seen = await see(caller);
      if (seen.kind === 'not-available' || caller.accountId === undefined) return NOT_AVAILABLE;
      if (!seen.mayAdminister) return show(seen, 'not-space-admin');
      const parsed = v.safeParse(setPayload, payload);
      if (!parsed.success) return show(seen, 'invalid-payload');
      if (parsed.output.enabled && seen.status !== 'current') return show(seen, 'space-archived');
      // Read before the change: afterwards nothing can fail any more, and the answer is what has become of it.
      const before = await show(seen);
      const { enabled } = parsed.output;
      const at = new Date(now()).toISOString();
      const outcome = await changeRegistry(
        shards,
        enabled
          ? { kind: 'open', spaceId: seen.id, key: seen.key, details: { at, by: caller.accountId } }
          : { kind: 'close', spaceId: seen.id },
      );
      if (outcome === 'busy') return { ...before, refused: 'busy' };
      if (outcome === 'unchanged') return before;
      const { mayChange, paused } = before;
      return { enabled, mayChange, paused, ...(enabled ? { optedInAt: at } : {}) };
    },
  };
};
