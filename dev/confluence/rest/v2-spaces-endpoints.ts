import { mayAdministerSpace, maySeeSpace } from '../model/visibility';
import type { SiteState, Space } from '../model/site-state';
import type { Viewer } from '../model/viewer';
import { NotModelledError } from '../not-modelled';
import { assertNotGiven, booleanParam } from './query-params';
import type { Endpoint, RestCall } from './rest-call';
import { v2BadRequest, v2NotFound, v2Unauthorized } from './rest-failure';
import { byId, narrowing, v2List } from './v2-list';
import { aliasOf, spacePath } from './web-links';

const TYPES = ['global', 'collaboration', 'knowledge_base', 'personal'];

/**
 * `GET /wiki/api/v2/spaces`: exempt from app access rules. `keys` takes aliases too (RFC-54).
 * @see OpenAPI v2 "Get spaces"
 */
export const spacesEndpoint: Endpoint = (call) => {
  const { query, site, viewer } = call;
  if (viewer.kind === 'anonymous') throw v2Unauthorized();
  assertNotGiven(query, ['labels', 'favorited-by', 'not-favorited-by', 'sort', 'include-icon']);
  const ids = narrowing(query, 'ids', { max: 250 });
  const keys = narrowing(query, 'keys', { max: 250 });
  const types = narrowing(query, 'type', { max: TYPES.length, allowed: TYPES });
  const statuses = narrowing(query, 'status', { max: 2, allowed: ['current', 'archived'] });
  const spaces = [...site.state.spaces.values()]
    .filter((space) => maySeeSpace(viewer) && (ids?.has(space.id) ?? true) && isNamed(keys, space))
    .filter((space) => (types?.has(space.type) ?? true) && (statuses?.has(space.status) ?? true))
    .sort(byId);
  return v2List(call, '/spaces', spaces, (space) => renderV2Space(space, site.state, descriptionFormat(query)));
};

/** `GET /wiki/api/v2/spaces/{id}` @see OpenAPI v2 "Get space by id" */
export const spaceEndpoint: Endpoint = (call) => {
  const { query, site } = call;
  assertNotGiven(query, [
    'include-icon',
    'include-properties',
    'include-permissions',
    'include-role-assignments',
    'include-labels',
  ]);
  const space = spaceOf(call);
  const operations = booleanParam(query, 'include-operations', v2BadRequest)
    ? operationsOn(space, call.viewer)
    : undefined;
  return {
    body: {
      ...renderV2Space(space, site.state, descriptionFormat(query)),
      ...(operations === undefined
        ? {}
        : {
            operations: {
              results: operations,
              meta: { hasMore: false },
              _links: { self: `/wiki/api/v2/spaces/${space.id}/operations` },
            },
          }),
    },
    contentObjects: 1,
    peopleObjects: operations?.length ?? 0,
  };
};

/** `GET /wiki/api/v2/spaces/{id}/operations`: what the caller may do; exempt from app access rules. */
export const spaceOperationsEndpoint: Endpoint = (call) => {
  const operations = operationsOn(spaceOf(call), call.viewer);
  return { body: { operations }, contentObjects: 0, peopleObjects: operations.length };
};

/** @throws {RestFailure} 401 without an account, 404 for a space that is missing or not permitted */
export const spaceOf = ({ ids: [id = ''], site, viewer }: RestCall): Space => {
  if (viewer.kind === 'anonymous') throw v2Unauthorized();
  if (!/^\d+$/u.test(id))
    throw v2BadRequest(`Provided value {${id}} for 'id' is not the correct type. Expected type is long`);
  const space = site.state.spaces.get(id);
  if (space === undefined || !maySeeSpace(viewer)) throw v2NotFound();
  return space;
};

const isNamed = (keys: ReadonlySet<string> | undefined, space: Space): boolean =>
  keys === undefined || keys.has(space.key) || keys.has(aliasOf(space));

/** `administer` on `space` is the row that tells a space administrator. */
const operationsOn = (space: Space, viewer: Viewer): readonly object[] => {
  const rows = [
    { operation: 'read', targetType: 'space' },
    ...['page', 'blogpost', 'comment', 'attachment'].map((targetType) => ({ operation: 'create', targetType })),
  ];
  return mayAdministerSpace(viewer, space) ? [...rows, ...ADMINISTRATION] : rows;
};

const ADMINISTRATION = ['administer', 'archive', 'delete', 'export', 'restrict_content', 'update'].map((operation) => ({
  operation,
  targetType: 'space',
}));

const descriptionFormat = (query: URLSearchParams): 'plain' | undefined => {
  const format = query.get('description-format');
  if (format === null) return undefined;
  if (format !== 'plain') throw new NotModelledError(`description-format=${format}`);
  return 'plain';
};

/** A space as v2 answers it: the id is a string. @see synthetic v2-spaces after recorded answers */
const renderV2Space = (space: Space, state: SiteState, format: 'plain' | undefined): object => ({
  id: space.id,
  key: space.key,
  name: space.name,
  type: space.type,
  status: space.status,
  authorId: space.adminIds[0] ?? 'admin',
  spaceOwnerId: space.adminIds[0] ?? 'admin',
  createdAt: space.createdAt,
  homepageId: homepageOf(space, state),
  icon: null,
  description: format === undefined ? null : { plain: { representation: 'plain', value: space.description } },
  currentActiveAlias: aliasOf(space),
  _links: { webui: spacePath(space) },
});

/** The first page without a parent stands for the homepage. */
const homepageOf = (space: Space, state: SiteState): string | undefined =>
  [...state.pages.values()].find(
    (page) =>
      page.spaceId === space.id && page.parentId === undefined && page.type === 'page' && page.status === 'current',
  )?.id;
