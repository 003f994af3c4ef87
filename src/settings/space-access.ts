import * as v from 'valibot';
import type { AuditLog } from '../audit/audit-log';
import type { SpaceAccess } from '../contract/settings-api';
import { changeRegistry } from '../fence/change-registry';
import type { Caller } from './caller';
import { createShowSpaceAccess, NOT_AVAILABLE, seeSpace, type ShowSpaceAccessPorts } from './show-space-access';

export type SpaceAccessPorts = ShowSpaceAccessPorts & {
  readonly audit: Pick<AuditLog, 'append'>;
  readonly now: () => number;
};

export type SpaceAccessFunctions = {
  readonly get: (caller: Caller) => Promise<SpaceAccess>;
  readonly set: (caller: Caller, payload: unknown) => Promise<SpaceAccess>;
};

const setPayload = v.strictObject({ enabled: v.boolean() });

/** What a change of the registry that was not made is called outside. */
export const OUTCOME_REFUSALS = { 'too-large': 'too-many-exclusions', busy: 'busy' } as const;

/**
 * What a space's page and the macro can do: show and change whether the space of the calling context is open. Rights are
 * asked of Confluence as the caller, for that space id, on every call; a space that the caller cannot see has no state.
 * A change is recorded right before it is made, so that none is made unrecorded.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable} from both functions
 */
export const createSpaceAccess = (ports: SpaceAccessPorts): SpaceAccessFunctions => {
  const { shards, rights, audit, now } = ports;
  const show = createShowSpaceAccess(ports);

  return {
    get: async (caller) => {
      const seen = await seeSpace(caller, rights);
      return seen === undefined ? NOT_AVAILABLE : (await show(seen)).access;
    },
    set: async (caller, payload) => {
      const seen = await seeSpace(caller, rights);
      if (seen === undefined) return NOT_AVAILABLE;
      // Read before the change: afterwards nothing can fail any more, and the answer is what has become of it.
      const { access: before } = await show(seen);
      if (!before.mayChange) return { ...before, refused: 'not-space-admin' };
      const parsed = v.safeParse(setPayload, payload);
      if (!parsed.success) return { ...before, refused: 'invalid-payload' };
      const { enabled } = parsed.output;
      if (enabled && before.mayNotOpen !== undefined) return { ...before, refused: before.mayNotOpen };
      if (enabled === before.enabled) return before;
      const [at, by] = [new Date(now()).toISOString(), seen.accountId];
      await audit.append({ at, event: enabled ? 'space-opened' : 'space-closed', by, spaceId: seen.id });
      const outcome = await changeRegistry(
        shards,
        enabled
          ? { kind: 'open', spaceId: seen.id, key: seen.key, details: { at, by } }
          : { kind: 'close', spaceId: seen.id },
      );
      if (outcome === 'busy' || outcome === 'too-large') return { ...before, refused: OUTCOME_REFUSALS[outcome] };
      const { optedInAt, ...others } = before;
      return { ...others, enabled, ...(enabled ? { optedInAt: at } : {}) };
    },
  };
};
