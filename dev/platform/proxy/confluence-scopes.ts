/**
 * Which scopes open a Confluence call: a classic one or a granular one is enough.
 * A path that is not in this table is not modelled, so that no call slips past the check.
 */
export type ScopeRule = {
  readonly method: string;
  readonly path: RegExp;
  readonly classic?: string;
  readonly granular: string;
  readonly source: string;
};

const V1 = 'https://developer.atlassian.com/cloud/confluence/rest/v1';
const V2 = 'https://developer.atlassian.com/cloud/confluence/rest/v2';

const CONTENT_DETAILS = 'read:content-details:confluence';
const READ_PAGE = 'read:page:confluence';
const READ_SPACE = 'read:space:confluence';

/** The OAuth 2.0 scopes that the reference names below each operation. */
export const CONFLUENCE_SCOPE_RULES: readonly ScopeRule[] = [
  {
    method: 'GET',
    path: /^\/wiki\/rest\/api\/(content\/)?search$/,
    classic: 'search:confluence',
    granular: CONTENT_DETAILS,
    source: `${V1}/api-group-search/`,
  },
  {
    method: 'GET',
    path: /^\/wiki\/rest\/api\/user(\/current)?$/,
    classic: 'read:confluence-user',
    granular: CONTENT_DETAILS,
    source: `${V1}/api-group-users/`,
  },
  {
    method: 'GET',
    path: /^\/wiki\/rest\/api\/content\/[^/]+\/restriction(\/byOperation(\/[^/]+)?)?$/,
    classic: 'read:confluence-content.all',
    granular: CONTENT_DETAILS,
    source: `${V1}/api-group-content-restrictions/`,
  },
  {
    method: 'POST',
    path: /^\/wiki\/rest\/api\/content\/[^/]+\/permission\/check$/,
    classic: 'read:confluence-content.permission',
    granular: 'read:content.permission:confluence',
    source: `${V1}/api-group-content-permissions/`,
  },
  {
    method: 'GET',
    path: /^\/wiki\/api\/v2\/spaces(\/[^/]+(\/(operations|permissions))?)?$/,
    granular: READ_SPACE,
    source: `${V2}/api-group-space/`,
  },
  {
    method: 'GET',
    path: /^\/wiki\/api\/v2\/data-policies\/(spaces|metadata)$/,
    granular: READ_SPACE,
    source: `${V2}/api-group-data-policies/`,
  },
  {
    method: 'GET',
    path: /^\/wiki\/api\/v2\/(space-roles|spaces\/[^/]+\/role-assignments)$/,
    granular: 'read:space.permission:confluence',
    source: `${V2}/api-group-space-roles/`,
  },
  {
    method: 'GET',
    path: /^\/wiki\/api\/v2\/(pages(\/[^/]+(\/operations)?)?|spaces\/[^/]+\/pages|labels\/[^/]+\/pages)$/,
    granular: READ_PAGE,
    source: `${V2}/api-group-page/`,
  },
  {
    method: 'GET',
    path: /^\/wiki\/api\/v2\/(blogposts(\/[^/]+(\/operations)?)?|spaces\/[^/]+\/blogposts)$/,
    granular: READ_PAGE,
    source: `${V2}/api-group-blog-post/`,
  },
  {
    method: 'GET',
    path: /^\/wiki\/api\/v2\/(pages|blogposts)\/[^/]+\/labels$/,
    granular: READ_PAGE,
    source: `${V2}/api-group-label/`,
  },
  {
    method: 'GET',
    path: /^\/wiki\/api\/v2\/pages\/[^/]+\/ancestors$/,
    granular: 'read:content.metadata:confluence',
    source: `${V2}/api-group-ancestors/`,
  },
  {
    method: 'GET',
    path: /^\/wiki\/api\/v2\/pages\/[^/]+\/children$/,
    granular: READ_PAGE,
    source: `${V2}/api-group-children/`,
  },
];

/** `path` without its query. */
export const findScopeRule = (method: string, path: string): ScopeRule | undefined =>
  CONFLUENCE_SCOPE_RULES.find((rule) => rule.method === method && rule.path.test(path));
