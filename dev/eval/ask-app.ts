import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { signRequest } from '../sign-request';
import type { LocalSite } from '../site/local-site';
import { SiteError } from '../site/site-error';

/** What is needed of a site to ask its app. */
export type AskedSite = Pick<LocalSite, 'secret' | 'clock'> & {
  readonly platform: Pick<LocalSite['platform'], 'invokeWebTrigger' | 'webTriggerPath' | 'calls' | 'clearCalls'>;
};

/** What is wanted of a search beside the question. */
export type Budget = {
  readonly limit: number;
  readonly excerptsPerPage: number;
  readonly maxChars: number;
  readonly maxCharsPerPage: number;
};

export type AppReply = {
  /** Best first; excerpts as Markdown. */
  readonly pages: readonly { readonly id: string; readonly excerpts: readonly string[] }[];
  readonly confluenceCalls: number;
  readonly points: number;
  /** The searches that the app made for it: path and query of each. */
  readonly confluenceSearches: readonly string[];
};

export type AppAnswer =
  | { readonly kind: 'found'; readonly reply: AppReply }
  /** The app cannot search for this: no word in it, or too long. */
  | { readonly kind: 'refused'; readonly problem: string };

const WEB_TRIGGER = 'search';
const SEARCH_PATH = '/wiki/rest/api/search?';

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

const parseProblem = (status: number, body: string): v.InferOutput<typeof problem> => {
  try {
    return v.parse(problem, JSON.parse(body));
  } catch {
    return { code: `HTTP ${status}`, detail: 'not a reply of this API' };
  }
};

const confluenceSearches = ({ platform }: AskedSite): readonly string[] =>
  platform.calls().flatMap(({ to, path }) => (to === 'confluence' && path.startsWith(SEARCH_PATH) ? [path] : []));

/**
 * Sends one signed search through the web trigger of a site, without HTTP in between.
 *
 * @throws {SiteError} when the app fails, or refuses the request for anything but the query
 */
export const askApp = async (site: AskedSite, query: string, budget: Budget): Promise<AppAnswer> => {
  const { platform, secret, clock } = site;
  const body = JSON.stringify({ requestId: randomUUID(), operation: 'search', query, ...budget });
  platform.clearCalls();
  const answer = await platform.invokeWebTrigger(WEB_TRIGGER, {
    method: 'POST',
    rawHeaders: Object.entries(signRequest({ secret, body, nowMs: clock.now() })).flat(),
    path: platform.webTriggerPath(WEB_TRIGGER) ?? '',
    userPath: '',
    search: '',
    body,
  });
  if (answer.status !== 200) {
    const { code, detail } = parseProblem(answer.status, answer.body);
    if (code === 'invalid_request') return { kind: 'refused', problem: `${code}: ${detail}` };
    throw new SiteError(`"${query}": ${code}: ${detail}`);
  }
  const { results, coverage } = v.parse(searchReply, JSON.parse(answer.body));
  const pages = results.map(({ page, excerpts }) => ({
    id: page.id,
    excerpts: excerpts.map(({ markdown }) => markdown),
  }));
  return { kind: 'found', reply: { pages, ...coverage, confluenceSearches: confluenceSearches(site) } };
};
