import api, { route } from '@forge/api';
import type { SearchContent } from '../search/confluence-ports';
import { parseSearchAnswer } from '../search/parse-search-answer';
import { confluenceAnswer } from './confluence-answer';

/** Without the prefix `content.` an expansion is silently ignored. */
const EXPAND = 'content.space,content.version,content.metadata.labels,content.ancestors,content.body.storage';

/**
 * One search as the app, hits and bodies together.
 *
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/
 */
export const searchContentAsApp =
  (timeoutMs: number): SearchContent =>
  async ({ cql, limit, cursor }) => {
    const query = new URLSearchParams({ cql, limit: String(limit), excerpt: 'none', expand: EXPAND });
    if (cursor !== undefined) query.set('cursor', cursor);
    return parseSearchAnswer(
      await confluenceAnswer(
        (signal) =>
          api.asApp().requestConfluence(route`/wiki/rest/api/search?${query}`, {
            headers: { accept: 'application/json' },
            signal,
          }),
        timeoutMs,
      ),
    );
  };
