import * as v from 'valibot';
import type { AuditLog } from '../audit/audit-log';
import type { Refusal, SetSpacesAnswer } from '../contract/settings-api';
import { awaitAll } from '../fence/await-all';
import { changeSpaces, type ChangeOutcome } from '../fence/change-registry';
import {
  readOptInDetails,
  readRegistry,
  type OptInDetails,
  type RegistryChange,
  type ShardStore,
} from '../fence/opt-in-registry';
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

const REFUSALS: Readonly<Record<ChangeOutcome | 'storage-unavailable', Refusal | undefined>> = {
  changed: undefined,
  unchanged: undefined,
  ...OUTCOME_REFUSALS,
  'storage-unavailable': 'storage-unavailable',
};

/** How a space stands with the caller and in the registry. */
type Standing = { readonly id: string; readonly seen: SeenSpace | undefined; readonly isOpen: boolean };

/** What is to be done about a space: refused, or changed, or left as it is. */
type Step = { readonly id: string; readonly refused?: Refusal; readonly changes: readonly RegistryChange[] };

/** What is open can always be closed, seen or not. */
const toClose = ({ id, seen, isOpen }: Standing): Step => {
  if (isOpen) return { id, changes: [{ kind: 'close', spaceId: id }] };
  return { id, ...(seen === undefined ? { refused: 'space-not-available' } : {}), changes: [] };
};

/** Only what the caller sees, and is not archived, can be opened. */
const toOpen = ({ id, seen, isOpen }: Standing, details: OptInDetails): Step => {
  if (seen === undefined) return { id, refused: 'space-not-available', changes: [] };
  if (seen.archived) return { id, refused: 'space-archived', changes: [] };
  return { id, changes: isOpen ? [] : [{ kind: 'open', spaceId: id, key: seen.key, details }] };
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
    const details = await readOptInDetails(shards, ids.filter(wasOpen));

    const at = new Date(now()).toISOString();
    const steps = ids.map((id) => {
      const standing = { id, seen: seen.get(id), isOpen: wasOpen(id) };
      return enabled ? toOpen(standing, { at, by }) : toClose(standing);
    });
    const changes = steps.flatMap((step) => step.changes);
    const event = enabled ? 'space-opened' : 'space-closed';
    await awaitAll(changes.map(({ spaceId }) => audit.append({ at, event, by, spaceId })));
    const outcomes = await changeSpaces(shards, changes, registry);

    return {
      spaces: steps.map((step) => {
        const { id } = step;
        const outcome = outcomes.get(id);
        const refused = step.refused ?? (outcome && REFUSALS[outcome]);
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
