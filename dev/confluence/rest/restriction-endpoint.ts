import { mayReadPage } from '../model/visibility';
import { isGroupName } from '../model/viewer';
import { assertNotGiven } from './query-params';
import { renderUser } from './render-user';
import type { Endpoint } from './rest-call';
import { v1Forbidden, v1NotFound } from './rest-failure';

/**
 * `GET /wiki/rest/api/content/{id}/restriction/byOperation/read`: the page's own view restriction, not what it
 * inherits. Only for content that the caller may view. @see OpenAPI v1 "Get restrictions for operation"
 */
export const readRestrictionEndpoint: Endpoint = ({ ids: [id = ''], query, site, viewer }) => {
  if (viewer.kind === 'anonymous') throw v1Forbidden();
  assertNotGiven(query, ['expand', 'start', 'limit']);
  const page = site.state.pages.get(id);
  if (page === undefined || !mayReadPage(site.state, viewer, page)) {
    throw v1NotFound(`No content found with id: ContentId{id=${id}}`);
  }
  const users = page.restrictedTo.filter((name) => !isGroupName(name)).map((name) => renderUser(name, site.url));
  const groups = page.restrictedTo.filter(isGroupName).map((name) => ({
    type: 'group',
    name,
    id: name,
    _links: { self: `${site.url}/wiki/rest/api/group/by-id?id=${name}` },
  }));
  const self = `${site.url}/wiki/rest/api/content/${encodeURIComponent(id)}/restriction/byOperation/read`;
  return {
    body: {
      operation: 'read',
      restrictions: { user: collection(users), group: collection(groups), _expandable: {} },
      _expandable: { content: `/rest/api/content/${encodeURIComponent(id)}` },
      _links: { self, base: `${site.url}/wiki`, context: '/wiki' },
    },
    contentObjects: 0,
    peopleObjects: users.length + groups.length,
  };
};

const collection = (results: readonly object[]): object => ({ results, start: 0, limit: 100, size: results.length });
