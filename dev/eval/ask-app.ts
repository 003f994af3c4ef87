import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { signRequest } from '../sign-request';
import type { LocalSite } from '../site/local-site';
import { SiteError } from '../site/site-error';

/** What is wanted of a search beside the question. */
export type Budget = {
  readonly limit: number;
  readonly excerptsPerPage: number;
  readonly maxChars: number;
  readonly maxCharsPerPage: number;
};

export type AppReply = {
  readonly pages: readonly { readonly id: string; readonly excerpts: readonly string[] }[];
  readonly confluenceCalls: number;
  readonly points: number;
};

const WEB_TRIGGER = 'search';

const searchReply = v.object({
  results: v.array(
    v.object({
      page: v.object({ id: v.string() }),
      excerpts: v.array(v.object({ markdown: v.string() })),
    }),
  ),
  coverage: v.object({ confluenceCalls: v.number(), points: v.number() }),
});

const problem = v.object({ code: v.string(), detail: v.string() });

const toRawHeaders = (headers: Readonly<Record<string, string>>): readonly string[] => Object.entries(headers).flat();

const describe = (status: number, body: string): string => {
  try {
    const { code, detail } = v.parse(problem, JSON.parse(body));
    return `${code}: ${detail}`;
  } catch {
    return `HTTP ${status}, not a reply of this API`;
  }
};

/**
 * Sends one signed search through the web trigger of a site, without HTTP in between.
 *
 * @throws {SiteError} when the app refuses it or fails
 */
export const askApp = async (site: LocalSite, query: string, budget: Budget): Promise<AppReply> => {
  const body = JSON.stringify({ requestId: randomUUID(), operation: 'search', query, ...budget });
  const answer = await site.platform.invokeWebTrigger(WEB_TRIGGER, {
    method: 'POST',
    rawHeaders: toRawHeaders(signRequest({ secret: site.secret, body, nowMs: site.clock.now() })),
    path: site.platform.webTriggerPath(WEB_TRIGGER) ?? '',
    userPath: '',
    search: '',
    body,
  });
  if (answer.status !== 200) throw new SiteError(`"${query}": ${describe(answer.status, answer.body)}`);
  const { results, coverage } = v.parse(searchReply, JSON.parse(answer.body));
  return {
    pages: results.map(({ page, excerpts }) => ({
      id: page.id,
      excerpts: excerpts.map(({ markdown }) => markdown),
    })),
    ...coverage,
  };
};
