import * as v from 'valibot';
import type { AdminSpace, AdminSpaces, DescribedSpaces, UnseenSpaces } from '../contract/administration-api';
import { awaitAll } from '../fence/await-all';
import { NO_EXCLUSIONS } from '../fence/exclusions';
import {
  readOpenSpaces,
  readOptInDetails,
  readRegistry,
  type OptInDetails,
  type ShardStore,
} from '../fence/opt-in-registry';
import type { CallerSpaces } from './caller-spaces';
import { spaceIds } from './space-ids';

export type SpaceListPorts = { readonly shards: ShardStore; readonly spaces: CallerSpaces };

export type SpaceListFunctions = {
  readonly list: (payload: unknown) => Promise<AdminSpaces>;
  readonly listUnseen: () => Promise<UnseenSpaces>;
  readonly describe: (payload: unknown) => Promise<DescribedSpaces>;
};

/** Open spaces that are looked for at most: four calls. */
const MAX_LOOKED_FOR = 1000;
/** Those that are told at once: each is one more storage read, of 4,000 a minute for all that the site does. */
const MAX_UNSEEN = 200;
const MAX_DESCRIBED = 100;

/** What Confluence gave as a cursor; it says itself whether it knows it. */
const listPayload = v.optional(
  v.strictObject({ cursor: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(1000))) }),
  {},
);
const describePayload = v.strictObject({ ids: spaceIds(MAX_DESCRIBED) });

const INVALID = { refused: 'invalid-payload' } as const;

/** Who opened a space and when. */
const opened = (details: OptInDetails | undefined): Pick<AdminSpace, 'optedInAt' | 'optedInBy'> =>
  details === undefined ? {} : { optedInAt: details.at, optedInBy: details.by };

/**
 * The spaces of the site as a Confluence administrator sees them, joined with how they stand in the registry.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable} from every function
 */
export const createSpaceListFunctions = ({ shards, spaces }: SpaceListPorts): SpaceListFunctions => ({
  list: async (payload) => {
    const parsed = v.safeParse(listPayload, payload);
    if (!parsed.success) return INVALID;
    const [page, registry] = await awaitAll([spaces.list(parsed.output.cursor), readRegistry(shards)]);
    if (page === 'unknown-cursor') return INVALID;
    const isOpen = (id: string): boolean => registry.spaces.get(id)?.key !== undefined;
    const details = await readOptInDetails(
      shards,
      page.spaces.flatMap(({ id }) => (isOpen(id) ? [id] : [])),
    );
    return {
      spaces: page.spaces.map((space) => ({
        ...space,
        open: isOpen(space.id),
        ...opened(details.get(space.id)),
        exclusions: registry.spaces.get(space.id)?.exclusions ?? NO_EXCLUSIONS,
      })),
      ...(page.nextCursor === undefined ? {} : { nextCursor: page.nextCursor }),
    };
  },

  listUnseen: async () => {
    const open = await readOpenSpaces(shards);
    const lookedFor = [...open].slice(0, MAX_LOOKED_FOR);
    const seen = new Set((await spaces.find(lookedFor.map(([id]) => id))).map(({ id }) => id));
    const unseen = lookedFor.filter(([id]) => !seen.has(id));
    const told = unseen.slice(0, MAX_UNSEEN);
    const details = await readOptInDetails(
      shards,
      told.map(([id]) => id),
    );
    return {
      spaces: told.map(([id, { key }]) => ({ id, key, ...opened(details.get(id)) })),
      cut: open.size > MAX_LOOKED_FOR || unseen.length > told.length,
    };
  },

  describe: async (payload) => {
    const parsed = v.safeParse(describePayload, payload);
    if (!parsed.success) return INVALID;
    const found = await spaces.find(parsed.output.ids);
    return { spaces: found.map(({ id, key, name }) => ({ id, key, name })) };
  },
});
