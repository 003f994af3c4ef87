import * as v from 'valibot';
import type { UsageReader } from '../audit/usage';
import type { FoundPages, SpaceDetails, SpacePreview, SpaceSettings } from '../contract/settings-api';
import { awaitAll } from '../fence/await-all';
import { exclusionsSchema } from '../fence/exclusions';
import { changeRegistry } from '../fence/change-registry';
import { readOptIn } from '../fence/opt-in-registry';
import type { Caller } from './caller';
import { createFindPages, type CallerPages } from './find-pages';
import { createSpaceAccess, OUTCOME_REFUSALS, type SpaceAccessFunctions, type SpaceAccessPorts } from './space-access';
import { createShowSpaceAccess, NOT_AVAILABLE, seeSpace, type SpaceOfCaller } from './show-space-access';

export type SpaceSettingsPorts = SpaceAccessPorts & {
  readonly pages: CallerPages;
  /** Searches a space, which the caller administers, as Promptless would. @throws {ConfluenceFailure} {StorageUnavailable} */
  readonly preview: (ask: {
    readonly spaceId: string;
    readonly query: string;
    readonly startedAtMs: number;
  }) => Promise<SpacePreview>;
  /** Whether an app access rule keeps the app from the space; `undefined` when Confluence does not say. */
  readonly isBlocked: (spaceId: string) => Promise<boolean | undefined>;
  readonly usage: Pick<UsageReader, 'readSpaceUsage'>;
};

export type SpaceSettingsFunctions = Pick<SpaceAccessFunctions, 'set'> & {
  readonly get: (caller: Caller) => Promise<SpaceSettings>;
  readonly setExclusions: (caller: Caller, payload: unknown) => Promise<SpaceSettings>;
  readonly findPages: (caller: Caller, payload: unknown) => Promise<FoundPages>;
  readonly previewSearch: (caller: Caller, payload: unknown) => Promise<SpacePreview>;
};

const previewPayload = v.strictObject({ query: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)) });

/**
 * What the space's settings page can do: as {@link createSpaceAccess}, and for whoever administers the space, see how it
 * stands and change what it excludes.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable} from every function
 */
export const createSpaceSettings = (ports: SpaceSettingsPorts): SpaceSettingsFunctions => {
  const { shards, policy, rights, audit, now } = ports;
  const access = createSpaceAccess(ports);
  const show = createShowSpaceAccess(ports);
  const findPages = createFindPages(ports.pages);

  const describe = async (spaceId: string, archived: boolean): Promise<SpaceDetails> => {
    const [{ exclusions, details }, { exclusions: siteExclusions }, blocked, activity] = await awaitAll([
      readOptIn(shards, spaceId),
      policy.read(),
      ports.isBlocked(spaceId),
      ports.usage.readSpaceUsage(spaceId),
    ]);
    return {
      exclusions,
      siteExclusions,
      ...(details === undefined ? {} : { optedInBy: details.by }),
      archived,
      ...(blocked === undefined ? {} : { blocked }),
      activity,
    };
  };

  const seesPages = async (ids: readonly string[], spaceId: string): Promise<boolean> => {
    if (ids.length === 0) return true;
    const found = await ports.pages.findById(ids, { id: spaceId });
    return ids.every((id) => found.some((page) => page.id === id));
  };

  const showSettings = async (seen: SpaceOfCaller): Promise<SpaceSettings> => {
    const shown = await show(seen);
    if (seen.mayAdminister) return { ...shown, details: await describe(seen.id, seen.status !== 'current') };
    return seen.ownerAccountId === undefined ? shown : { ...shown, ownerAccountId: seen.ownerAccountId };
  };

  return {
    set: access.set,
    get: async (caller) => {
      const seen = await seeSpace(caller, rights);
      return seen === undefined ? NOT_AVAILABLE : showSettings(seen);
    },
    setExclusions: async (caller, payload) => {
      const seen = await seeSpace(caller, rights);
      if (seen === undefined) return NOT_AVAILABLE;
      // Read before the change: afterwards nothing can fail any more, and the answer is what has become of it.
      const before = await showSettings(seen);
      if (before.details === undefined) return { ...before, refused: 'not-space-admin' };
      const { accountId, id: spaceId } = seen;
      const parsed = v.safeParse(exclusionsSchema, payload);
      if (!parsed.success) return { ...before, refused: 'invalid-payload' };
      const exclusions = parsed.output;
      // What was excluded before may be gone or restricted by now, and stays excluded.
      const former = before.details.exclusions.trees;
      const added = exclusions.trees.filter((id) => !former.includes(id));
      if (!(await seesPages(added, spaceId))) return { ...before, refused: 'invalid-payload' };

      const at = new Date(now()).toISOString();
      await audit.append({ at, event: 'space-exclusions-changed', by: accountId, spaceId });
      const outcome = await changeRegistry(shards, { kind: 'exclude', spaceId, exclusions });
      if (outcome === 'busy' || outcome === 'too-large') return { ...before, refused: OUTCOME_REFUSALS[outcome] };
      return { ...before, details: { ...before.details, exclusions } };
    },
    findPages: async (caller, payload) => {
      const seen = await seeSpace(caller, rights);
      if (seen === undefined) return { refused: 'space-not-available' };
      return seen.mayAdminister ? findPages(payload, seen) : { refused: 'not-space-admin' };
    },
    previewSearch: async (caller, payload) => {
      const startedAtMs = now();
      const seen = await seeSpace(caller, rights);
      if (seen === undefined) return { refused: 'space-not-available' };
      if (!seen.mayAdminister) return { refused: 'not-space-admin' };
      const parsed = v.safeParse(previewPayload, payload);
      if (!parsed.success) return { refused: 'invalid-payload' };
      if (seen.status !== 'current') return { refused: 'space-archived' };
      return ports.preview({ spaceId: seen.id, query: parsed.output.query, startedAtMs });
    },
  };
};
