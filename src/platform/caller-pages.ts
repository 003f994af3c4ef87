import api, { route } from '@forge/api';
import * as v from 'valibot';
import type { PageName } from '../contract/space-settings-api';
import { parseSpaceId } from '../fence/space-id';
import { ConfluenceFailure } from '../search/confluence-failure';
import type { SearchContent } from '../search/confluence-ports';
import { allOf, isOneOf, type CqlText } from '../search/cql-text';
import { parseSearchAnswer } from '../search/parse-search-answer';
import { buildTitleCql } from '../search/title-cql';
import type { CallerPages } from '../settings/find-pages';
import { confluenceAnswer } from './confluence-answer';

const BEST = 20;

const id = v.union([v.string(), v.number()]);

const pagesAnswer = v.object({
  results: v.array(
    v.object({
      content: v.object({ id, type: v.string(), title: v.string(), space: v.object({ id, key: v.string() }) }),
    }),
  ),
});

const search = (query: URLSearchParams, timeoutMs?: number): Promise<unknown> =>
  confluenceAnswer(
    (signal) =>
      api.asUser().requestConfluence(route`/wiki/rest/api/search?${query}`, {
        headers: { accept: 'application/json' },
        signal,
      }),
    timeoutMs,
  );

const ask = async (cql: CqlText, limit: number, spaceId: string | undefined): Promise<readonly PageName[]> => {
  const query = new URLSearchParams({ cql, limit: String(limit), excerpt: 'none', expand: 'content.space' });
  const parsed = v.safeParse(pagesAnswer, await search(query));
  if (!parsed.success) throw new ConfluenceFailure('unusable-answer');
  return parsed.output.results.flatMap(({ content }) =>
    content.type === 'page' && (spaceId === undefined || parseSpaceId(content.space.id) === spaceId)
      ? [{ id: String(content.id), title: content.title, spaceKey: content.space.key }]
      : [],
  );
};

/** All that a decision about content needs, and not the content. */
const EXPAND_WITHOUT_CONTENT = 'content.space,content.version,content.metadata.labels,content.ancestors';

/** One search as the calling user, without any content: its hits have no bodies. */
export const searchWithoutContentAsCaller =
  (timeoutMs: number): SearchContent =>
  async ({ cql, limit }) =>
    parseSearchAnswer(
      await search(
        new URLSearchParams({ cql, limit: String(limit), excerpt: 'none', expand: EXPAND_WITHOUT_CONTENT }),
        timeoutMs,
      ),
    );

/**
 * Pages as the calling user may see them, without any of their content. The search is the one call for several pages under
 * a scope that the app has; a page that is too new for the index is not found yet.
 *
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/
 */
export const callerPages: CallerPages = {
  findByTitle: async (typed, space) => {
    const cql = buildTitleCql(typed, space === undefined ? [] : [space.key]);
    return cql === undefined ? undefined : ask(cql, BEST, space?.id);
  },

  findById: async (pageIds, space) => {
    try {
      return await ask(allOf([isOneOf('id', pageIds), isOneOf('type', ['page'])]), pageIds.length, space?.id);
    } catch (error) {
      // Confluence refuses an id of no content in some forms: there is no such page.
      if (error instanceof ConfluenceFailure && error.status === 400) return [];
      throw error;
    }
  },
};
