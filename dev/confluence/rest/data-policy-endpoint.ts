import { assertNotGiven } from './query-params';
import type { Endpoint } from './rest-call';
import { v2Failure, v2Unauthorized } from './rest-failure';
import { byId, narrowing, v2List } from './v2-list';
import { spacePath } from './web-links';

/**
 * `GET /wiki/api/v2/data-policies/spaces`: whether an app access rule keeps content from the app. Only apps may ask.
 * @see OpenAPI v2 "Get spaces with data policies"
 */
export const dataPolicySpacesEndpoint: Endpoint = (call) => {
  const { query, site, viewer } = call;
  if (viewer.kind === 'anonymous') throw v2Unauthorized();
  if (viewer.kind === 'user') throw v2Failure(403, { code: 'FORBIDDEN', title: 'Only apps can make this request.' });
  assertNotGiven(query, ['sort']);
  const ids = narrowing(query, 'ids', { max: 250 });
  const keys = narrowing(query, 'keys', { max: 250 });
  const spaces = [...site.state.spaces.values()].filter(
    ({ id, key, alias }) => (ids?.has(id) ?? true) && (keys === undefined || keys.has(key) || keys.has(alias ?? key)),
  );
  return v2List(call, '/data-policies/spaces', spaces.sort(byId), (space) => ({
    id: space.id,
    key: space.key,
    name: space.name,
    description: null,
    dataPolicy: { anyContentBlocked: space.blocked },
    icon: null,
    _links: { webui: spacePath(space) },
  }));
};
