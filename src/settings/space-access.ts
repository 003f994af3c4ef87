import * as v from 'valibot';
import type { AuditLog } from '../audit/audit-log';
import type { Refusal } from '../contract/refusal';
import type { SpaceAccess } from '../contract/space-settings-api';
import { changeRegistry, type ChangeOutcome } from '../fence/change-registry';
import { openWriteWindow, type MayWrite } from '../keys/write-window';
import type { Caller } from './caller';
import { recordStop } from './record-stop';
import {
  createShowSpaceAccess,
  NOT_AVAILABLE,
  seeSpace,
  type ShowSpaceAccessPorts,
  type SpaceOfCaller,
} from './show-space-access';

export type SpaceAccessPorts = ShowSpaceAccessPorts & {
  readonly audit: Pick<AuditLog, 'append'>;
  readonly now: () => number;
};

export type SpaceAccessFunctions = {
  readonly get: (caller: Caller) => Promise<SpaceAccess>;
  readonly set: (caller: Caller, payload: unknown) => Promise<SpaceAccess>;
};

const setPayload = v.strictObject({ enabled: v.boolean() });

/** What a change of the registry is refused for; `undefined` for what stands as it was wanted. */
export const OUTCOME_REFUSALS: Readonly<Record<ChangeOutcome, Refusal | undefined>> = {
  changed: undefined,
  unchanged: undefined,
  'too-large': 'too-many-exclusions',
  busy: 'busy',
};

/**
 * What a space's page and the macro can do: show and change whether the space of the calling context is open. Rights are
 * asked of Confluence as the caller, for that space id, on every call; a space that the caller cannot see has no state.
 * Opening is recorded right before it is done, so that no space is opened unrecorded, and is not done any more when that took
 * too long. Closing waits for nothing but the registry, and is recorded afterwards if that can be.
 *
 * @throws {ConfluenceFailure} from both functions, with nothing changed
 * @throws {StorageUnavailable} from both functions; a change may have been made
 */
export const createSpaceAccess = (ports: SpaceAccessPorts): SpaceAccessFunctions => {
  const { shards, rights, audit, now } = ports;
  const show = createShowSpaceAccess(ports);

  const answer = async (seen: SpaceOfCaller, refused?: Refusal): Promise<SpaceAccess> => {
    const { access } = await show(seen);
    return refused === undefined ? access : { ...access, refused };
  };

  const open = async (seen: SpaceOfCaller, mayWrite: MayWrite): Promise<SpaceAccess> => {
    const { access: before } = await show(seen);
    if (before.mayNotOpen !== undefined) return { ...before, refused: before.mayNotOpen };
    if (before.enabled) return before;
    const [at, by] = [new Date(now()).toISOString(), seen.accountId];
    await audit.append({ at, event: 'space-opened', by, spaceId: seen.id });
    const change = { kind: 'open', spaceId: seen.id, key: seen.key, details: { at, by } } as const;
    const outcome = await changeRegistry(shards, change, mayWrite);
    // Somebody else may have opened it meanwhile.
    return outcome === 'changed'
      ? { ...before, enabled: true, optedInAt: at }
      : answer(seen, OUTCOME_REFUSALS[outcome]);
  };

  const close = async (seen: SpaceOfCaller): Promise<SpaceAccess> => {
    const outcome = await changeRegistry(shards, { kind: 'close', spaceId: seen.id });
    const [at, by] = [new Date(now()).toISOString(), seen.accountId];
    if (outcome === 'changed') await recordStop(audit, { at, event: 'space-closed', by, spaceId: seen.id });
    return answer(seen, OUTCOME_REFUSALS[outcome]);
  };

  return {
    get: async (caller) => {
      const seen = await seeSpace(caller, rights);
      return seen === undefined ? NOT_AVAILABLE : answer(seen);
    },
    set: async (caller, payload) => {
      const mayWrite = openWriteWindow(now);
      const seen = await seeSpace(caller, rights);
      if (seen === undefined) return NOT_AVAILABLE;
      if (!seen.mayAdminister) return answer(seen, 'not-space-admin');
      const parsed = v.safeParse(setPayload, payload);
      if (!parsed.success) return answer(seen, 'invalid-payload');
      return parsed.output.enabled ? open(seen, mayWrite) : close(seen);
    },
  };
};
