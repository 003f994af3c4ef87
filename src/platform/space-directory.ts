import api, { route } from '@forge/api';
import * as v from 'valibot';
import { parseSpaceId } from '../fence/space-id';
import { ConfluenceFailure } from '../search/confluence-failure';
import type { DescribedSpace, SpaceDirectory } from '../search/confluence-ports';
import { confluenceAnswer } from './confluence-answer';

const spacesAnswer = v.object({
  results: v.array(
    v.object({
      id: v.union([v.string(), v.number()]),
      key: v.string(),
      currentActiveAlias: v.nullish(v.string()),
      name: v.string(),
      type: v.string(),
      status: v.string(),
      _links: v.optional(v.object({ webui: v.optional(v.string()) })),
    }),
  ),
  _links: v.optional(v.object({ base: v.optional(v.string()) })),
});

const policiesAnswer = v.object({
  results: v.array(
    v.object({
      id: v.union([v.string(), v.number()]),
      dataPolicy: v.optional(v.object({ anyContentBlocked: v.optional(v.boolean()) })),
    }),
  ),
});

const parseSpaces = (value: unknown): readonly DescribedSpace[] => {
  const parsed = v.safeParse(spacesAnswer, value);
  if (!parsed.success) throw new ConfluenceFailure('unusable-answer');
  const base = parsed.output._links?.base ?? '';
  return parsed.output.results.flatMap(({ id, key, currentActiveAlias, name, type, status, _links }) => {
    const spaceId = parseSpaceId(id);
    if (spaceId === undefined) return [];
    const alias = currentActiveAlias ?? undefined;
    const url = `${base}${_links?.webui ?? `/spaces/${key}`}`;
    return [{ id: spaceId, key, ...(alias === undefined ? {} : { alias }), name, type, status, url }];
  });
};

const askSpaces = async (query: URLSearchParams, timeoutMs?: number): Promise<readonly DescribedSpace[]> =>
  parseSpaces(
    await confluenceAnswer(
      (signal) =>
        api
          .asApp()
          .requestConfluence(route`/wiki/api/v2/spaces?${query}`, { headers: { accept: 'application/json' }, signal }),
      timeoutMs,
    ),
  );

/**
 * Spaces as the app sees them.
 *
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-data-policies/
 */
export const spaceDirectoryAsApp = (timeoutMs?: number): SpaceDirectory => ({
  findByName: (names) => askSpaces(new URLSearchParams({ keys: names.join(','), limit: '250' }), timeoutMs),

  findById: (ids) => askSpaces(new URLSearchParams({ ids: ids.join(','), limit: '250' }), timeoutMs),

  findBlocked: async (ids) => {
    const query = new URLSearchParams({ ids: ids.join(','), limit: '250' });
    const answer = await confluenceAnswer(
      (signal) =>
        api.asApp().requestConfluence(route`/wiki/api/v2/data-policies/spaces?${query}`, {
          headers: { accept: 'application/json' },
          signal,
        }),
      timeoutMs,
    );
    const parsed = v.safeParse(policiesAnswer, answer);
    if (!parsed.success) throw new ConfluenceFailure('unusable-answer');
    return new Set(
      parsed.output.results
        .filter(({ dataPolicy }) => dataPolicy?.anyContentBlocked === true)
        .map(({ id }) => String(id)),
    );
  },
});
