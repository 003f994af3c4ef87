import * as v from 'valibot';
import type { DayCount, UsageReader } from '../audit/usage';
import type { Refusal } from '../contract/refusal';
import type { FoundPages, SpaceDetails, SpacePreview, SpaceSettings } from '../contract/space-settings-api';
import { awaitAll } from '../fence/await-all';
import { changeRegistry } from '../fence/change-registry';
import { excludesTooMuch } from '../fence/excludes-too-much';
import { exclusionsSchema } from '../fence/exclusions';
import { readOptIn } from '../fence/opt-in-registry';
import type { Policy } from '../fence/policy';
import { rebaseExclusions } from '../fence/rebase-exclusions';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { openWriteWindow, type MayWrite } from '../keys/write-window';
import type { Caller } from './caller';
import { createFindPages, type CallerPages } from './find-pages';
import { nameExclusionsChange } from './name-exclusions-change';
import { createSpaceAccess, OUTCOME_REFUSALS, type SpaceAccessFunctions, type SpaceAccessPorts } from './space-access';
import {
  createShowSpaceAccess,
  NOT_AVAILABLE,
  seeSpace,
  type SpaceOfCaller,
  type SpaceState,
} from './show-space-access';

export type SpaceSettingsPorts = SpaceAccessPorts & {
  readonly pages: CallerPages;
  /** Searches a space, which the caller administers, as Promptless would. @throws {ConfluenceFailure} {StorageUnavailable} */
  readonly preview: (ask: {
    readonly spaceId: string;
    readonly query: string;
    readonly startedAtMs: number;
  }) => Promise<SpacePreview>;
  /** Those of the pages that the caller sees in the space; none where Confluence does not say. */
  readonly findSeenPages: (pageIds: readonly string[], spaceId: string) => Promise<readonly string[]>;
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

const exclusionsPayload = v.strictObject({
  ...exclusionsSchema.entries,
  from: v.exactOptional(exclusionsSchema),
});
const previewPayload = v.strictObject({ query: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)) });

/**
 * What the space's settings page can do: as {@link createSpaceAccess}, and for whoever administers the space, see how it
 * stands and change what it excludes.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable} from every function
 */
export const createSpaceSettings = (ports: SpaceSettingsPorts): SpaceSettingsFunctions => {
  const { shards, rights, audit, now } = ports;
  const { set } = createSpaceAccess(ports);
  const show = createShowSpaceAccess(ports);
  const findPages = createFindPages(ports.pages);

  /** Where pages of other spaces stand is not for the admin of this one: those are counted. */
  const describeSite = async (
    spaceId: string,
    { exclusions }: Policy,
  ): Promise<Pick<SpaceDetails, 'siteExclusions' | 'siteTreesElsewhere'>> => {
    const seen = exclusions.trees.length === 0 ? [] : await ports.findSeenPages(exclusions.trees, spaceId);
    const trees = exclusions.trees.filter((id) => seen.includes(id));
    const elsewhere = exclusions.trees.length - trees.length;
    return {
      siteExclusions: { ...exclusions, trees },
      ...(elsewhere === 0 ? {} : { siteTreesElsewhere: elsewhere }),
    };
  };

  /** Only shown: that it cannot be read keeps nobody from anything. */
  const readActivity = async (spaceId: string): Promise<readonly DayCount[] | undefined> => {
    try {
      return await ports.usage.readSpaceUsage(spaceId);
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
      return undefined;
    }
  };

  const describe = async (spaceId: string, { optIn, policy }: SpaceState): Promise<SpaceDetails> => {
    const [ofSite, blocked, activity] = await awaitAll([
      describeSite(spaceId, policy),
      ports.isBlocked(spaceId),
      readActivity(spaceId),
    ]);
    return {
      exclusions: optIn.exclusions,
      ...ofSite,
      ...(optIn.details === undefined ? {} : { optedInBy: optIn.details.by }),
      ...(blocked === undefined ? {} : { blocked }),
      ...(activity === undefined ? {} : { activity }),
    };
  };

  const seesPages = async (ids: readonly string[], spaceId: string): Promise<boolean> => {
    if (ids.length === 0) return true;
    const found = await ports.pages.findById(ids, { id: spaceId });
    return ids.every((id) => found.some((page) => page.id === id));
  };

  const showSettings = async (seen: SpaceOfCaller): Promise<SpaceSettings> => {
    const { access, state } = await show(seen);
    if (seen.mayAdminister) return { ...access, details: await describe(seen.id, state) };
    return seen.ownerAccountId === undefined ? access : { ...access, ownerAccountId: seen.ownerAccountId };
  };

  const exclude = async (
    { id: spaceId, accountId: by }: SpaceOfCaller,
    payload: unknown,
    mayWrite: MayWrite,
  ): Promise<Refusal | undefined> => {
    const parsed = v.safeParse(exclusionsPayload, payload);
    if (!parsed.success) return 'invalid-payload';
    const { from, ...exclusions } = parsed.output;
    const change = { exclusions, from };
    const { exclusions: former } = await readOptIn(shards, spaceId);
    const expected = rebaseExclusions(former, change);
    const cause = nameExclusionsChange(former, expected);
    if (cause === undefined) return undefined;
    if (excludesTooMuch(expected, former)) return 'too-many-exclusions';
    // What was excluded before may be gone or restricted by now, and stays excluded.
    const added = expected.trees.filter((id) => !former.trees.includes(id));
    if (!(await seesPages(added, spaceId))) return 'invalid-payload';
    const at = new Date(now()).toISOString();
    await audit.append({ at, event: 'space-exclusions-changed', by, spaceId, cause });
    return OUTCOME_REFUSALS[await changeRegistry(shards, { kind: 'exclude', spaceId, ...change }, mayWrite)];
  };

  return {
    set,
    get: async (caller) => {
      const seen = await seeSpace(caller, rights);
      return seen === undefined ? NOT_AVAILABLE : showSettings(seen);
    },
    setExclusions: async (caller, payload) => {
      const mayWrite = openWriteWindow(now);
      const seen = await seeSpace(caller, rights);
      if (seen === undefined) return NOT_AVAILABLE;
      const refused = seen.mayAdminister ? await exclude(seen, payload, mayWrite) : 'not-space-admin';
      return { ...(await showSettings(seen)), ...(refused === undefined ? {} : { refused }) };
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
