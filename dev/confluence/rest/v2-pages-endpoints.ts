import { type Page, type SiteState, type Space, ancestorsOf } from '../model/site-state';
import { mayReadContentOf, mayReadPage } from '../model/visibility';
import { NotModelledError } from '../not-modelled';
import { assertNotGiven, integerParam } from './query-params';
import type { Endpoint, RestCall } from './rest-call';
import { v2BadRequest, v2NotFound, v2Unauthorized } from './rest-failure';
import { byId, narrowing, v2List } from './v2-list';
import { spaceOf } from './v2-spaces-endpoints';
import { pagePath, tinyPath } from './web-links';

const STATUSES = ['current', 'archived', 'deleted', 'trashed'];

/** `GET /wiki/api/v2/pages`: the order of ids is not kept, missing ids are just absent. @see OpenAPI v2 "Get pages" */
export const pagesEndpoint: Endpoint = (call) => {
  const { query, viewer } = call;
  if (viewer.kind === 'anonymous') throw v2Unauthorized();
  assertNotGiven(query, ['sort', 'subtype']);
  const ids = narrowing(query, 'id', { max: 250 });
  const spaceIds = narrowing(query, 'space-id', { max: 100 });
  const pages = readablePages(call).filter(
    (page) => (ids?.has(page.id) ?? true) && (spaceIds?.has(page.spaceId) ?? true),
  );
  return listPages(call, '/pages', pages);
};

/** `GET /wiki/api/v2/spaces/{id}/pages` @see OpenAPI v2 "Get pages in space" */
export const pagesInSpaceEndpoint: Endpoint = (call) => {
  const { query, viewer } = call;
  assertNotGiven(query, ['sort']);
  const space = spaceOf(call);
  if (!mayReadContentOf(viewer, space)) throw v2NotFound();
  const depths = narrowing(query, 'depth', { max: 1, allowed: ['all', 'root'] });
  const rootOnly = depths?.has('root') ?? false;
  const pages = readablePages(call).filter(
    (page) => page.spaceId === space.id && (!rootOnly || page.parentId === undefined),
  );
  return listPages(call, `/spaces/${space.id}/pages`, pages);
};

/** `GET /wiki/api/v2/pages/{id}`: 404 means missing or not permitted. @see OpenAPI v2 "Get page by id" */
export const pageEndpoint: Endpoint = (call) => {
  const { query, site } = call;
  assertNotGiven(query, [
    'get-draft',
    'status',
    'version',
    'include-labels',
    'include-properties',
    'include-operations',
  ]);
  assertNotGiven(query, ['include-likes', 'include-versions', 'include-version', 'include-direct-children']);
  const page = pageOf(call);
  return { body: renderV2Page(page, site.state, bodyFormat(query)), contentObjects: 1, peopleObjects: 0 };
};

/**
 * `GET /wiki/api/v2/pages/{id}/ancestors`: topmost first; with a `limit` the nearest ones.
 * @see OpenAPI v2 "Get all ancestors of page"
 */
export const ancestorsEndpoint: Endpoint = (call) => {
  const limit = integerParam(call.query, 'limit', { fallback: 25, min: 1, max: 250, refuse: v2BadRequest });
  const nearest = ancestorsOf(call.site.state, pageOf(call)).slice(0, limit);
  const results = [...nearest].reverse().map(({ id }) => ({ id, type: 'page' }));
  return {
    body: { results, _links: { base: `${call.site.url}/wiki` } },
    contentObjects: results.length,
    peopleObjects: 0,
  };
};

const pageOf = ({ ids: [id = ''], site: { state }, viewer }: RestCall): Page => {
  if (viewer.kind === 'anonymous') throw v2Unauthorized();
  const page = state.pages.get(id);
  if (page?.type !== 'page' || !mayReadPage(state, viewer, page)) throw v2NotFound();
  return page;
};

/** Pages, not blog posts; `current` and `archived` unless asked otherwise. */
const readablePages = ({ query, site: { state }, viewer }: RestCall): readonly Page[] => {
  const statuses =
    narrowing(query, 'status', { max: STATUSES.length, allowed: STATUSES }) ?? new Set(['current', 'archived']);
  const title = query.get('title');
  return [...state.pages.values()].filter(
    (page) =>
      page.type === 'page' &&
      statuses.has(page.status) &&
      (title === null || page.title === title) &&
      mayReadPage(state, viewer, page),
  );
};

const listPages = (call: RestCall, path: string, pages: readonly Page[]): ReturnType<Endpoint> => {
  const format = bodyFormat(call.query);
  return v2List(call, path, [...pages].sort(byId), (page) => renderV2Page(page, call.site.state, format));
};

/** Formats that have to be rendered are not modelled. */
const bodyFormat = (query: URLSearchParams): 'storage' | undefined => {
  const format = query.get('body-format');
  if (format === null || format === 'storage') return format ?? undefined;
  throw new NotModelledError(`body-format=${format}`);
};

/** A page as v2 answers it. @see synthetic v2-pages after recorded answers */
const renderV2Page = (page: Page, state: SiteState, format: 'storage' | undefined): object => ({
  id: page.id,
  status: page.status,
  title: page.title,
  spaceId: page.spaceId,
  parentId: page.parentId ?? null,
  parentType: page.parentId === undefined ? null : 'page',
  position: 0,
  authorId: page.authorId,
  ownerId: page.authorId,
  lastOwnerId: null,
  createdAt: page.createdAt,
  version: { number: page.version, message: '', minorEdit: false, authorId: page.authorId, createdAt: page.updatedAt },
  body: format === undefined ? {} : { storage: { representation: 'storage', value: page.storage } },
  _links: linksOf(page, state.spaces.get(page.spaceId)),
});

const linksOf = (page: Page, space: Space | undefined): object => ({
  ...(space === undefined ? {} : { webui: pagePath(page, space) }),
  editui: `/pages/resumedraft.action?draftId=${encodeURIComponent(page.id)}`,
  tinyui: tinyPath(page),
});
