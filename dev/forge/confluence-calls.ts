/**
 * The Confluence calls the app makes and the granular scope each one needs: what Forge's linter would otherwise read
 * from Atlassian's OpenAPI files, which it downloads and which may not be redistributed. A call that is not listed here
 * fails `npm run lint:forge`: list it with the scope that its documentation page names.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-users/
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-data-policies/
 */
export const CONFLUENCE_CALLS = [
  { method: 'get', path: '/wiki/rest/api/search', scope: 'read:content-details:confluence' },
  { method: 'get', path: '/wiki/rest/api/user/current', scope: 'read:content-details:confluence' },
  { method: 'get', path: '/wiki/api/v2/data-policies/spaces', scope: 'read:space:confluence' },
  { method: 'get', path: '/wiki/api/v2/spaces', scope: 'read:space:confluence' },
  { method: 'get', path: '/wiki/api/v2/spaces/{id}', scope: 'read:space:confluence' },
] as const;
