import { isAdministrator } from '../model/viewer';
import { NotModelledError } from '../not-modelled';
import { listParam } from './query-params';
import { renderUser } from './render-user';
import type { Endpoint } from './rest-call';
import { v1Forbidden } from './rest-failure';

/**
 * `GET /wiki/rest/api/user/current`: `administer` on `application` among the operations tells a Confluence
 * administrator. Exempt from app access rules. @see OpenAPI v1 "Get current user"; CDAC 29678
 */
export const currentUserEndpoint: Endpoint = ({ query, site, viewer }) => {
  if (viewer.kind === 'anonymous') throw v1Forbidden();
  const expand = listParam(query, 'expand');
  const unknown = expand.find((name) => name !== 'operations');
  if (unknown !== undefined) throw new NotModelledError(`expand=${unknown}`);
  const user = renderUser(viewer.accountId, site.url, viewer.kind === 'app' ? 'app' : 'atlassian');
  const operations = expand.includes('operations') ? operationsOf(viewer.accountId) : [];
  return {
    body: expand.includes('operations') ? { ...user, operations } : user,
    contentObjects: 0,
    peopleObjects: 1 + operations.length,
  };
};

const operationsOf = (accountId: string): readonly object[] =>
  (isAdministrator(accountId) ? ['use', 'administer'] : ['use']).map((operation) => ({
    operation,
    targetType: 'application',
  }));
