import { parseApiRequest } from '../contract/parse-api-request';
import { CONTENT_TYPES, type SearchRequest } from '../contract/search-api';
import type { SpacePreview } from '../contract/space-settings-api';
import { awaitAll } from '../fence/await-all';
import type { OpenSpaceEntry } from '../fence/opt-in-shard';
import type { Policy } from '../fence/policy';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { compareFinds } from '../search/compare-finds';
import { ConfluenceFailure } from '../search/confluence-failure';
import type { SearchContent } from '../search/confluence-ports';
import { allOf, isOneOf } from '../search/cql-text';
import { guardConfluence, type Confluence, type TimedConfluence } from '../search/guard-confluence';
import { firstRung, toMatch } from '../search/ladder';
import { limitCalls } from '../search/limit-calls';
import { listenToAnswers } from '../search/listen-to-answers';
import { parseQuery, type ParsedQuery } from '../search/parse-query';
import type { createSearch } from '../search/search';
import { buildSearchCql } from '../search/search-cql';
import { createSpending, type Spending } from '../search/spending';
import { createStageTimes } from '../search/stage-times';
import type { AdmitPorts } from './admit';
import { capSearch } from './cap-request';
import { firstCallPoints } from './first-call-points';
import { readUsage } from './reserve-usage';
import { openUsageAccount } from './usage-account';

export type PreviewPorts = Omit<AdmitPorts, 'claims' | 'openAccount'> & {
  readonly confluence: TimedConfluence;
  readonly searchOver: (confluence: Confluence) => ReturnType<typeof createSearch>;
  /** Searches as the calling user; its answers have no bodies. */
  readonly searchAsCaller: (timeoutMs: number) => SearchContent;
  readonly randomBytes: (size: number) => Uint8Array;
};

export type PreviewAsk = {
  /** A space that the caller administers. */
  readonly spaceId: string;
  readonly query: string;
  /** When the function was called. */
  readonly startedAtMs: number;
};

/** A resolver function has 25 seconds. */
const MAX_PREVIEW_MS = 22_000;
const RESULTS = 10;
const CALLER_HITS = 25;
/** Calls of the app's own search; two more are the caller's. Without anything found only one of them is made. */
const APP_CALLS = { searches: 3, all: 4 };
/** Nothing is claimed and nothing signed, so no request has to be told from another. */
const NO_REQUEST_ID = '00000000-0000-4000-8000-000000000000';

/** As Promptless would ask with nothing but a query. */
const toRequest = (query: string): SearchRequest => {
  const parsed = parseApiRequest({ requestId: NO_REQUEST_ID, operation: 'search', query, limit: RESULTS });
  if (parsed.kind !== 'request' || parsed.request.operation !== 'search') throw new RangeError('not a search');
  return parsed.request;
};

type Admitted = {
  readonly spaceId: string;
  readonly space: OpenSpaceEntry;
  readonly policy: Policy;
  readonly request: SearchRequest;
  readonly query: ParsedQuery;
  readonly spending: Spending;
};

const look = async (
  { spaceId, space, policy, request, query, spending }: Admitted,
  ports: PreviewPorts,
): Promise<SpacePreview> => {
  const { meter } = spending;
  const fence = { open: new Map([[spaceId, space]]), siteExclusions: policy.exclusions };
  const { directory, searchContent } = limitCalls(guardConfluence(ports.confluence, spending), APP_CALLS);
  const listening = listenToAnswers(searchContent);
  const outcome = await ports.searchOver({ directory, searchContent: listening.searchContent })({
    request,
    fence,
    // No page follows: what is sealed with it is never opened.
    cursorSecret: Buffer.from(ports.randomBytes(32)).toString('base64'),
    meter,
    times: createStageTimes(ports.now),
  });
  if (outcome.kind !== 'found') return { refused: outcome.kind === 'no-word' ? 'no-word' : 'space-not-available' };
  const { results, coverage, notes } = outcome.reply;

  const askAsCaller: SearchContent = async (ask) => {
    const answer = await spending.call(1 + ask.limit, (timeoutMs) => ports.searchAsCaller(timeoutMs)(ask));
    meter.spent(1 + answer.resultCount);
    return answer;
  };
  const rung =
    coverage.answeredBy === 'phrase' ? firstRung(query) : ({ name: 'any-word', words: query.words } as const);
  const cql = buildSearchCql([space.key], toMatch(rung), { types: request.types, labels: [] });
  const { hits, webBase } = await askAsCaller({ cql, limit: CALLER_HITS });
  const unseen = results.map(({ page }) => page.id).filter((id) => !hits.some((hit) => hit.id === id));
  const { hits: alsoVisible } =
    unseen.length === 0
      ? { hits: [] }
      : await askAsCaller({
          cql: allOf([isOneOf('id', unseen), isOneOf('type', CONTENT_TYPES)]),
          limit: unseen.length,
        });
  const compared = compareFinds({
    results,
    callerHits: hits,
    alsoVisible,
    webBase,
    cql,
    heard: listening.heard,
    fence,
  });
  return { ...compared, notes, confluencePoints: meter.points() };
};

/**
 * Searches one open space as Promptless would, and shows of it what the calling user may see as well. It counts against the
 * limits, and is neither claimed, sampled nor audited: no key holder asked.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable}
 */
export const createPreviewSpace =
  (ports: PreviewPorts) =>
  async ({ spaceId, query: text, startedAtMs }: PreviewAsk): Promise<SpacePreview> => {
    const [policy, open, seen] = await awaitAll([ports.readPolicy(), ports.readOpenSpaces(), readUsage(ports.usage)]);
    const space = open.get(spaceId);
    if (space === undefined) return { refused: 'space-closed' };
    if (policy.paused) return { refused: 'paused' };
    const query = parseQuery(text);
    if (query === undefined) return { refused: 'no-word' };

    const request = capSearch(toRequest(text), policy.caps);
    const need = { requests: 1, points: firstCallPoints(request) } as const;
    const opened = await openUsageAccount({ seen, limits: policy, nowMs: ports.now(), ports }, { need });
    if (opened.kind === 'refused') return { refused: 'rate-limited' };
    const { account } = opened;
    const spending = createSpending({ ...account, now: ports.now, deadlineMs: startedAtMs + MAX_PREVIEW_MS });
    try {
      return await look({ spaceId, space, policy, request, query, spending }, ports);
    } catch (error) {
      if (error instanceof ConfluenceFailure && error.kind === 'rate-limited') return { refused: 'rate-limited' };
      throw error;
    } finally {
      // What cannot be given back counts as spent, and changes no answer.
      await account.settle(spending.unspent()).catch((error: unknown) => {
        if (!(error instanceof StorageUnavailable)) throw error;
      });
    }
  };
