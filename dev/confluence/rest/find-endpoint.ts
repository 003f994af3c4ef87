import { contentSearchEndpoint } from './content-search-endpoint';
import { currentUserEndpoint } from './current-user-endpoint';
import { dataPolicySpacesEndpoint } from './data-policy-endpoint';
import type { Endpoint } from './rest-call';
import { readRestrictionEndpoint } from './restriction-endpoint';
import { searchEndpoint } from './search-endpoint';
import { ancestorsEndpoint, pageEndpoint, pagesEndpoint, pagesInSpaceEndpoint } from './v2-pages-endpoints';
import { spaceEndpoint, spaceOperationsEndpoint, spacesEndpoint } from './v2-spaces-endpoints';

/** All that is answered; everything else is 501. */
const ENDPOINTS: readonly (readonly [string, Endpoint])[] = [
  ['/wiki/rest/api/search', searchEndpoint],
  ['/wiki/rest/api/content/search', contentSearchEndpoint],
  ['/wiki/rest/api/user/current', currentUserEndpoint],
  ['/wiki/rest/api/content/{id}/restriction/byOperation/read', readRestrictionEndpoint],
  ['/wiki/api/v2/spaces', spacesEndpoint],
  ['/wiki/api/v2/spaces/{id}', spaceEndpoint],
  ['/wiki/api/v2/spaces/{id}/operations', spaceOperationsEndpoint],
  ['/wiki/api/v2/spaces/{id}/pages', pagesInSpaceEndpoint],
  ['/wiki/api/v2/pages', pagesEndpoint],
  ['/wiki/api/v2/pages/{id}', pageEndpoint],
  ['/wiki/api/v2/pages/{id}/ancestors', ancestorsEndpoint],
  ['/wiki/api/v2/data-policies/spaces', dataPolicySpacesEndpoint],
];

const ROUTES = ENDPOINTS.map(([path, endpoint]) => ({
  pattern: new RegExp(`^${path.replaceAll('{id}', '([^/]+)')}/?$`, 'u'),
  endpoint,
}));

/** The endpoint for a path without its query, and the ids in it, decoded. */
export const findEndpoint = (
  path: string,
): { readonly endpoint: Endpoint; readonly ids: readonly string[] } | undefined => {
  for (const { pattern, endpoint } of ROUTES) {
    const match = pattern.exec(path);
    if (match !== null) return { endpoint, ids: match.slice(1).map(decodeId) };
  }
  return undefined;
};

const decodeId = (id: string): string => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};
