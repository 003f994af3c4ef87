import type { Clock } from '../clock';
import type { SiteContent } from '../content/site-content';
import { keepEvidence, textsOf } from '../log-evidence';
import { ADMIN_ACCOUNT_ID, buildSite } from './model/build-site';
import { patchSite } from './model/patch-site';
import type { Space } from './model/site-state';
import { createSiteView, type SiteView } from './model/site-view';
import { type Viewer, appViewer, isGroupName, userViewer } from './model/viewer';
import { answerCall } from './rest/answer-call';
import { createPointsMeter } from './rest/points-meter';
import type { RestRequest, RestResponse } from './rest-protocol';
import { createSearchIndex } from './search/indexed-site';

export type EmbeddedConfluenceOptions = {
  readonly content: SiteContent;
  readonly clock: Clock;
  /** Without `/wiki`; asked for at each call, because the port is known late. */
  readonly siteUrl: () => string;
  /** How far the search index is behind the content, in the clock's time. */
  readonly indexLagMs?: number;
  /** Without it `siteSearch ~` answers 400, as if there were no such field. */
  readonly siteSearch?: boolean;
  /** Past it every call answers 429 until the next full UTC hour. */
  readonly pointsPerHour?: number;
  readonly appAccountId?: string;
};

export type EmbeddedConfluence = {
  /** Answers a call. Never throws for what a caller may send; whatever is not modelled is 501. */
  readonly handle: (request: RestRequest) => RestResponse;
  /**
   * Changes content: the body of `PATCH /_local/site`.
   * @throws {SiteContentError} on bad input; nothing is changed then
   */
  readonly patch: (patch: unknown) => void;
  /** What an account sees in a browser now; absent: an anonymous visitor. */
  readonly viewAs: (accountId: string | undefined) => SiteView;
  readonly spaces: () => readonly SpaceSummary[];
  /** By system key, not by alias. */
  readonly spaceByKey: (key: string) => SpaceSummary | undefined;
  readonly contentById: (id: string) => ContentSummary | undefined;
  /** All accounts that were named so far, without the app's own. */
  readonly accountIds: () => readonly string[];
};

type SpaceSummary = Pick<Space, 'id' | 'key' | 'alias' | 'name' | 'type' | 'status' | 'optedIn' | 'adminIds'>;

type ContentSummary = {
  readonly id: string;
  readonly title: string;
  readonly spaceId: string;
  readonly type: 'page' | 'blogpost';
};

/** Tier 1. @see developer.atlassian.com/cloud/confluence/rate-limiting */
const DEFAULT_POINTS_PER_HOUR = 65_000;
const DEFAULT_APP_ACCOUNT_ID = 'app-account';

/**
 * A Confluence Cloud site in memory: content, permissions, CQL search and the REST calls that the app makes.
 * @throws {SiteContentError} when the content does not hold together
 */
export const createEmbeddedConfluence = (options: EmbeddedConfluenceOptions): EmbeddedConfluence => {
  const { clock, siteSearch = false } = options;
  const app = appViewer(options.appAccountId ?? DEFAULT_APP_ACCOUNT_ID);
  const meter = createPointsMeter(clock, options.pointsPerHour ?? DEFAULT_POINTS_PER_HOUR);
  const callers = new Set<string>();
  keepEvidence('content', () => textsOf(options.content));
  let state = buildSite(options.content);
  const searchIndex = createSearchIndex({ clock, siteSearch, indexLagMs: options.indexLagMs ?? 0, initial: state });

  const viewerOf = ({ as, accountId }: RestRequest): Viewer => {
    if (as === 'app') return app;
    if (as === 'none' || accountId === undefined || accountId === '') return { kind: 'anonymous' };
    callers.add(accountId);
    return userViewer(accountId);
  };

  return {
    handle: (request) => {
      const site = { state, searchIndex, nowMs: clock.now(), url: options.siteUrl(), siteSearch };
      return answerCall(request, { viewer: viewerOf(request), site }, meter);
    },
    patch: (patch) => {
      keepEvidence('content', () => textsOf(patch));
      state = patchSite(state, patch, new Date(clock.now()).toISOString());
      searchIndex.record(state);
    },
    viewAs: (accountId) =>
      createSiteView(state, accountId === undefined ? { kind: 'anonymous' } : userViewer(accountId)),
    spaces: () => [...state.spaces.values()].map(summarise),
    spaceByKey: (key) => {
      const space = [...state.spaces.values()].find((each) => each.key === key);
      return space === undefined ? undefined : summarise(space);
    },
    contentById: (id) => {
      const page = state.pages.get(id);
      return page === undefined ? undefined : { id, title: page.title, spaceId: page.spaceId, type: page.type };
    },
    accountIds: () => {
      const admins = [...state.spaces.values()].flatMap(({ adminIds }) => adminIds);
      const people = [...state.pages.values()].flatMap((page) => [page.authorId, ...page.restrictedTo]);
      return [...new Set([ADMIN_ACCOUNT_ID, ...admins, ...people, ...callers])].filter((name) => !isGroupName(name));
    },
  };
};

const summarise = (space: Space): SpaceSummary => ({
  id: space.id,
  key: space.key,
  ...(space.alias === undefined ? {} : { alias: space.alias }),
  name: space.name,
  type: space.type,
  status: space.status,
  optedIn: space.optedIn,
  adminIds: [...space.adminIds],
});
