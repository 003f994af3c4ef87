import { SiteError } from '../site/site-error';
import { askApp, type AppReply, type AskedSite, type Budget } from './ask-app';
import type { EvalQuery } from './eval-set';
import { createProgress } from './progress';
import type { Hit, Run } from './run';
import { toReaderText } from './to-reader-text';

export type AppRun = {
  readonly run: Run;
  /** The searches of Confluence that the app made for each query, by the query's id: path and query of each. */
  readonly confluenceSearches: ReadonlyMap<string, readonly string[]>;
  /** Means a search. */
  readonly confluenceCalls: number;
  readonly points: number;
  /** Characters of Markdown in the excerpts of the page that has most of them. */
  readonly maxPageChars: number;
};

/** At 120 a minute and some 150 Confluence points a search, no limit of an hour is reached either. */
const PAUSE_MS = 120_000;

const RESULTS = 10;
const EXCERPTS_PER_PAGE = 3;
/** @see docs/http-api.md `maxChars` */
const [LEAST_CHARS, MOST_CHARS] = [500, 50_000];

/** The budget of a search in which the characters of a page, not those of the reply, are what binds. */
export const budgetOf = (maxCharsPerPage: number): Budget => ({
  limit: RESULTS,
  excerptsPerPage: EXCERPTS_PER_PAGE,
  maxChars: Math.min(MOST_CHARS, Math.max(LEAST_CHARS, RESULTS * maxCharsPerPage)),
  maxCharsPerPage,
});

const toHits = ({ pages }: AppReply): readonly Hit[] =>
  pages.map(({ id, excerpts }) => ({ id, excerpts: excerpts.map(toReaderText).filter((text) => text !== '') }));

const longestPage = ({ pages }: AppReply): number =>
  Math.max(0, ...pages.map(({ excerpts }) => excerpts.reduce((sum, { length }) => sum + length, 0)));

const meanOf = (replies: readonly AppReply[], member: 'confluenceCalls' | 'points'): number =>
  Number((replies.reduce((sum, reply) => sum + reply[member], 0) / replies.length).toFixed(3));

/** A query that cannot be searched for finds nothing, and that is said: the others are still worth measuring. */
const askOrWarn = async (site: AskedSite, { id, query }: EvalQuery, budget: Budget): Promise<AppReply> => {
  const answer = await askApp(site, query, budget);
  if (answer.kind === 'found') return answer.reply;
  process.stderr.write(`query ${id} finds nothing: ${answer.problem}\n`);
  return { pages: [], confluenceCalls: 0, points: 0, confluenceSearches: [] };
};

const assertWithinBudget = (id: string, reply: AppReply, { maxCharsPerPage }: Budget): void => {
  const length = longestPage(reply);
  if (length <= maxCharsPerPage) return;
  throw new SiteError(`query ${id}: the excerpts of a page have ${length} characters, ${maxCharsPerPage} are allowed`);
};

/**
 * Asks the app every query, each some minutes of the site's clock after the one before, so that none is let through
 * where the app or the platform would refuse it.
 *
 * @throws {SiteError} when a search fails, or a page's excerpts are longer than was asked for
 */
export const runApp = async (site: AskedSite, queries: readonly EvalQuery[], budget: Budget): Promise<AppRun> => {
  const replies = new Map<string, AppReply>();
  const progress = createProgress('searched', queries.length);
  for (const query of queries) {
    const reply = await askOrWarn(site, query, budget);
    assertWithinBudget(query.id, reply, budget);
    replies.set(query.id, reply);
    site.clock.advance(PAUSE_MS);
    progress();
  }
  const all = [...replies.values()];
  return {
    run: new Map([...replies].map(([id, reply]) => [id, toHits(reply)])),
    confluenceSearches: new Map([...replies].map(([id, reply]) => [id, reply.confluenceSearches])),
    confluenceCalls: meanOf(all, 'confluenceCalls'),
    points: meanOf(all, 'points'),
    maxPageChars: Math.max(0, ...all.map(longestPage)),
  };
};
