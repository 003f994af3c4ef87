import * as v from 'valibot';
import type { LocalSite } from '../site/local-site';
import { SiteError } from '../site/site-error';
import { toTextValue } from './to-text-value';
import type { Hit } from './run';

const ACCOUNT = 'reader';
const RESULTS = '10';
const EXCERPT_CHARS = 320;
const MARKER = /@@@(?:end)?hl@@@/g;

const searchResults = v.object({
  results: v.array(v.object({ content: v.object({ id: v.string() }), excerpt: v.string() })),
});

/**
 * Asks Confluence's own search with the question as it is, as a signed-in user: its ranking, and its excerpts of 320
 * characters at most.
 *
 * @param field `siteSearch` only where the site was started with it
 * @throws {SiteError} when Confluence refuses the query
 */
export const askConfluence = (
  { confluence }: Pick<LocalSite, 'confluence'>,
  field: 'text' | 'siteSearch',
  question: string,
): readonly Hit[] => {
  const value = toTextValue(question);
  if (value === '') return [];
  const parameters = new URLSearchParams({
    cql: `type in (page, blogpost) AND ${field} ~ "${value}"`,
    limit: RESULTS,
    excerpt: 'highlight_unescaped',
  });
  const answer = confluence.handle({
    method: 'GET',
    path: `/wiki/rest/api/search?${parameters.toString()}`,
    headers: {},
    as: 'user',
    accountId: ACCOUNT,
  });
  if (answer.status !== 200) throw new SiteError(`${field} ~ "${value}": HTTP ${answer.status} ${answer.body}`);
  return v.parse(searchResults, JSON.parse(answer.body)).results.map(({ content, excerpt }) => ({
    id: content.id,
    excerpts: [excerpt.replaceAll(MARKER, '').slice(0, EXCERPT_CHARS)],
  }));
};
