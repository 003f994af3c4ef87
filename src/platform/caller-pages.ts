import api, { route } from '@forge/api';
import * as v from 'valibot';
import { parseSpaceId } from '../fence/space-id';
import { ConfluenceFailure } from '../search/confluence-failure';
import { allOf, isOneOf } from '../search/cql-text';
import type { FindPagesAsCaller } from '../settings/space-settings';
import { confluenceAnswer } from './confluence-answer';

const id = v.union([v.string(), v.number()]);

const pagesAnswer = v.object({
  results: v.array(v.object({ content: v.object({ id, type: v.string(), space: v.object({ id }) }) })),
});

/**
 * Looks pages up as the caller, without any of their content. The search is the one call for several pages under a scope
 * that the app has; a page that is too new for the index is not found yet.
 *
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/
 */
export const findPagesAsCaller: FindPagesAsCaller = async (spaceId, pageIds) => {
  const cql = allOf([isOneOf('id', pageIds), isOneOf('type', ['page'])]);
  const query = new URLSearchParams({ cql, limit: String(pageIds.length), excerpt: 'none', expand: 'content.space' });
  const parsed = v.safeParse(
    pagesAnswer,
    await confluenceAnswer((signal) =>
      api.asUser().requestConfluence(route`/wiki/rest/api/search?${query}`, {
        headers: { accept: 'application/json' },
        signal,
      }),
    ),
  );
  if (!parsed.success) throw new ConfluenceFailure('unusable-answer');
  return new Set(
    parsed.output.results.flatMap(({ content }) =>
      content.type === 'page' && parseSpaceId(content.space.id) === spaceId ? [String(content.id)] : [],
    ),
  );
};
