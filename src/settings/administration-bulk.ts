import * as v from 'valibot';
import type { AuditLog } from '../audit/audit-log';
import type { SetSpacesAnswer } from '../contract/administration-api';
import type { Refusal } from '../contract/refusal';
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
import { recordStop } from './record-stop';
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
  ...OUTCOME_REFUSALS,
  'storage-unavailable': 'storage-unavailable',
};

/** What is to be done about a space: refused, or changed, or left as it is. */
type Step = { readonly id: string; readonly refused?: Refusal; readonly changes: readonly RegistryChange[] };

/** What is open can always be closed, whether the caller sees it or not. */
const toClose = (id: string, isOpen: boolean): Step => ({
  id,
  changes: isOpen ? [{ kind: 'close', spaceId: id }] : [],
});

/** Only what the caller sees, and is not archived, can be opened. */
const toOpen = (id: string, isOpen: boolean, seen: SeenSpace | undefined, details: OptInDetails): Step => {
  if (seen === undefined) return { id, refused: 'space-not-available', changes: [] };
  if (seen.archived) return { id, refused: 'space-archived', changes: [] };
  return { id, changes: isOpen ? [] : [{ kind: 'open', spaceId: id, key: seen.key, details }] };
};

/**
 * Opens or closes several spaces for a Confluence administrator: one Confluence call to open, none to close, one reading of
 * the registry, and one write for each of its shards. Opening is recorded right before it is done, a row for each space, so
 * that none is opened unrecorded; closing waits for no record, which follows if it can be written. What is refused of one
 * space says nothing of another.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable} when nothing was changed
 */
export const createSetSpaces =
  ({ shards, spaces, audit, now }: BulkPorts) =>
  async ({ accountId: by, mayWrite }: Administrator, payload: unknown): Promise<SetSpacesAnswer> => {
    const parsed = v.safeParse(setPayload, payload);
    if (!parsed.success) return { refused: 'invalid-payload' };
    const { spaceIds: ids, enabled } = parsed.output;
    const [found, registry] = await awaitAll([enabled ? spaces.find(ids) : [], readRegistry(shards)]);
    const seen = new Map(found.map((space) => [space.id, space]));
    const wasOpen = (id: string): boolean => registry.spaces.get(id)?.key !== undefined;
    const details = await readOptInDetails(shards, enabled ? ids.filter(wasOpen) : []);

    const at = new Date(now()).toISOString();
    const steps = ids.map((id) =>
      enabled ? toOpen(id, wasOpen(id), seen.get(id), { at, by }) : toClose(id, wasOpen(id)),
    );
    const changes = steps.flatMap((step) => step.changes);
    if (enabled) {
      await awaitAll(changes.map(({ spaceId }) => audit.append({ at, event: 'space-opened', by, spaceId })));
    }
    const outcomes = await changeSpaces(shards, changes, registry, enabled ? mayWrite : undefined);
    if (!enabled) {
      const closed = changes.filter(({ spaceId }) => outcomes.get(spaceId) === 'changed');
      await awaitAll(closed.map(({ spaceId }) => recordStop(audit, { at, event: 'space-closed', by, spaceId })));
    }

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
