import * as v from 'valibot';
import type { AuditLog } from '../audit/audit-log';
import type { Refusal, SetSpacesAnswer } from '../contract/settings-api';
import { awaitAll } from '../fence/await-all';
import { changeSpaces, type ChangeOutcome } from '../fence/change-registry';
import { readOptInDetails, readRegistry, type RegistryChange, type ShardStore } from '../fence/opt-in-registry';
import type { Administrator } from './administrator';
import type { CallerSpaces, SeenSpace } from './caller-spaces';
import { OUTCOME_REFUSALS } from './space-access';
import { spaceIds } from './space-ids';

export type BulkPorts = {
  readonly shards: ShardStore;
  readonly spaces: Pick<CallerSpaces, 'find'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly now: () => number;
};

/** All of them may stand in one shard, and are written in one transaction. */
const MAX_SPACES = 20;
const setPayload = v.strictObject({ spaceIds: spaceIds(MAX_SPACES), enabled: v.boolean() });

const toRefusal = (outcome: ChangeOutcome | 'storage-unavailable'): Refusal | undefined => {
  switch (outcome) {
    case 'changed':
    case 'unchanged':
      return undefined;
    case 'busy':
    case 'too-large':
      return OUTCOME_REFUSALS[outcome];
    case 'storage-unavailable':
      return outcome;
  }
};

/** What is open can always be closed, seen or not; only what the caller sees, and is not archived, can be opened. */
const whyNot = (seen: SeenSpace | undefined, isOpen: boolean, enabled: boolean): Refusal | undefined => {
  if (seen === undefined) return isOpen && !enabled ? undefined : 'space-not-available';
  return seen.archived && enabled ? 'space-archived' : undefined;
};

/**
 * Opens or closes several spaces for a Confluence administrator: one Confluence call, one reading of the registry, and one
 * write for each of its shards. Changes are recorded right before they are made, a row for each space, so that none is made
 * unrecorded. What is refused of one space says nothing of another.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable} when nothing was changed
 */
export const createSetSpaces =
  ({ shards, spaces, audit, now }: BulkPorts) =>
  async ({ accountId: by }: Administrator, payload: unknown): Promise<SetSpacesAnswer> => {
    const parsed = v.safeParse(setPayload, payload);
    if (!parsed.success) return { refused: 'invalid-payload' };
    const { spaceIds: ids, enabled } = parsed.output;
    const [found, registry] = await awaitAll([spaces.find(ids), readRegistry(shards)]);
    const seen = new Map(found.map((space) => [space.id, space]));
    const wasOpen = (id: string): boolean => registry.spaces.get(id)?.key !== undefined;
    const refusals = new Map(ids.map((id) => [id, whyNot(seen.get(id), wasOpen(id), enabled)]));
    const details = await readOptInDetails(shards, ids.filter(wasOpen));

    const at = new Date(now()).toISOString();
    const changes = ids.flatMap((id): readonly RegistryChange[] => {
      if (refusals.get(id) !== undefined || wasOpen(id) === enabled) return [];
      if (!enabled) return [{ kind: 'close', spaceId: id }];
      const key = seen.get(id)?.key;
      return key === undefined ? [] : [{ kind: 'open', spaceId: id, key, details: { at, by } }];
    });
    const event = enabled ? 'space-opened' : 'space-closed';
    await awaitAll(changes.map(({ spaceId }) => audit.append({ at, event, by, spaceId })));
    const outcomes = await changeSpaces(shards, changes, registry);

    return {
      spaces: ids.map((id) => {
        const outcome = outcomes.get(id);
        const refused = refusals.get(id) ?? (outcome === undefined ? undefined : toRefusal(outcome));
        const open = refused === undefined ? enabled : wasOpen(id);
        const openedAt = outcome === 'changed' ? at : details.get(id)?.at;
        return {
          id,
          open,
          ...(open && openedAt !== undefined ? { optedInAt: openedAt } : {}),
          ...(refused === undefined ? {} : { refused }),
        };
      }),
    };
  };
