import api, { route } from '@forge/api';
import * as v from 'valibot';
import { awaitAll } from '../fence/await-all';
import { isSpaceKey, parseSpaceId } from '../fence/space-id';
import { ConfluenceFailure } from '../search/confluence-failure';
import { MAX_IDS_PER_CALL, type CallerSpaces, type SeenSpaces } from '../settings/caller-spaces';
import { confluenceAnswer } from './confluence-answer';

const PAGE = 100;

const spacesAnswer = v.object({
  results: v.array(
    v.object({
      id: v.union([v.string(), v.number()]),
      key: v.string(),
      name: v.string(),
      type: v.string(),
      status: v.string(),
    }),
  ),
  _links: v.optional(v.object({ next: v.optional(v.string()) })),
});

/** Only the cursor of the address matters: the rest of the next call is built anew. */
const cursorOf = (next: string | undefined): string | undefined => {
  const base = 'https://cursor.invalid';
  if (next === undefined || !URL.canParse(next, base)) return undefined;
  return new URL(next, base).searchParams.get('cursor') ?? undefined;
};

const ask = async (query: URLSearchParams): Promise<SeenSpaces> => {
  const parsed = v.safeParse(
    spacesAnswer,
    await confluenceAnswer((signal) =>
      api.asUser().requestConfluence(route`/wiki/api/v2/spaces?${query}`, {
        headers: { accept: 'application/json' },
        signal,
      }),
    ),
  );
  if (!parsed.success) throw new ConfluenceFailure('unusable-answer');
  const nextCursor = cursorOf(parsed.output._links?.next);
  return {
    spaces: parsed.output.results.flatMap(({ id, key, name, type, status }) => {
      const spaceId = parseSpaceId(id);
      // One that could not be written down is not offered either.
      return spaceId === undefined || !isSpaceKey(key)
        ? []
        : [{ id: spaceId, key, name, type, archived: status !== 'current' }];
    }),
    ...(nextCursor === undefined ? {} : { nextCursor }),
  };
};

/**
 * Spaces as the calling user sees them. Without a `status` Confluence gives current and archived spaces.
 *
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/
 */
export const callerSpaces: CallerSpaces = {
  list: async (cursor) => {
    const query = new URLSearchParams({ limit: String(PAGE) });
    if (cursor !== undefined) query.set('cursor', cursor);
    try {
      return await ask(query);
    } catch (error) {
      if (cursor !== undefined && error instanceof ConfluenceFailure && error.status === 400) return 'unknown-cursor';
      throw error;
    }
  },

  find: async (ids) => {
    const pages = await awaitAll(
      Array.from({ length: Math.ceil(ids.length / MAX_IDS_PER_CALL) }, (_, page) => {
        const some = ids.slice(page * MAX_IDS_PER_CALL, (page + 1) * MAX_IDS_PER_CALL);
        return ask(new URLSearchParams({ ids: some.join(','), limit: String(MAX_IDS_PER_CALL) }));
      }),
    );
    // Whatever Confluence gives beside what was asked for is nobody's question.
    return pages.flatMap(({ spaces }) => spaces).filter(({ id }) => ids.includes(id));
  },
};
