import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import type { RestRequest } from '../../../../dev/confluence/rest-protocol';
import type { ForgePlatform } from '../../../../dev/platform/forge-platform';
import { ask, askAs, startPlatform } from '../support/start-platform';

describe('createProxy', () => {
  let platform: ForgePlatform;
  const requests: RestRequest[] = [];
  beforeAll(async () => {
    platform = await startPlatform({
      confluence: (request) => {
        requests.push(request);
        return request.path.includes('broken')
          ? raise('no such thing')
          : { status: 200, headers: { Connection: 'close', 'X-Seen': 'yes' }, body: '{"ok":true}', points: 3 };
      },
    });
  });
  afterAll(() => platform.close());
  beforeEach(() => {
    requests.length = 0;
    platform.clearCalls();
    platform.setFaults([]);
  });

  const raise = (message: string): never => {
    throw new Error(message);
  };

  it('forwards a call of the app with its path, query and headers, without those of the connection', async () => {
    await ask(platform, 'as-app', '/wiki/rest/api/search?cql=text~"a"&limit=2');
    expect(requests).toMatchObject([
      { as: 'app', method: 'GET', path: expect.stringMatching(/^\/wiki\/rest\/api\/search\?cql=text~.*&limit=2$/) },
    ]);
    expect(Object.keys(requests[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(['host', 'connection']));
    expect(requests[0]).not.toHaveProperty('accountId');
  });

  it('calls as the user of the invocation', async () => {
    await askAs(platform, 'ada', 'as-user', '/wiki/rest/api/user/current');
    expect(requests).toMatchObject([{ as: 'user', accountId: 'ada' }]);
  });

  it('lets a call as the user fail where there is none', async () => {
    expect(await ask(platform, 'as-user', '/wiki/rest/api/user/current')).toMatchObject({
      error: { name: 'NEEDS_AUTHENTICATION_ERR' },
    });
    expect(requests).toEqual([]);
  });

  it('calls without authentication when asked to', async () => {
    await ask(platform, 'as-none', '/wiki/api/v2/spaces');
    expect(requests).toMatchObject([{ as: 'none' }]);
  });

  it('answers 401 where the manifest has no scope for the call', async () => {
    expect(await ask(platform, 'as-app', '/wiki/api/v2/pages/1')).toMatchObject({
      status: 401,
      body: '{"code":401,"message":"Unauthorized; scope does not match"}',
    });
    expect(requests).toEqual([]);
  });

  it('records each call with who made it, how it went and what it cost', async () => {
    await ask(platform, 'as-app', '/wiki/rest/api/search?cql=x');
    await ask(platform, 'get', { key: 'absent' });
    expect(platform.calls()).toEqual([
      {
        to: 'confluence',
        method: 'GET',
        path: '/wiki/rest/api/search?cql=x',
        as: 'app',
        status: 200,
        ms: expect.any(Number),
        points: 3,
      },
      { to: 'kvs', method: 'POST', path: '/api/v1/get', as: 'app', status: 404, ms: expect.any(Number), points: 0 },
    ]);
  });

  it('replaces an answer by a fault, as often as it says', async () => {
    platform.setFaults([{ match: 'GET /wiki/rest/api/search', status: 429, retryAfter: 7, times: 1 }]);
    expect(await ask(platform, 'as-app', '/wiki/rest/api/search?cql=x')).toMatchObject({
      status: 429,
      retryAfter: '7',
    });
    expect(await ask(platform, 'as-app', '/wiki/rest/api/search?cql=x')).toMatchObject({ status: 200 });
    expect(requests).toHaveLength(1);
  });

  it('only delays with a fault that has neither status nor body', async () => {
    platform.setFaults([{ match: '/api/v1/get', delayMs: 20 }]);
    expect(await ask(platform, 'get', { key: 'absent' })).toEqual({});
    expect(platform.calls()[0]?.ms).toBeGreaterThanOrEqual(19);
  });

  it('breaks storage with a fault', async () => {
    platform.setFaults([{ match: 'POST /api/v1/set', status: 500 }]);
    expect(await ask(platform, 'set', { key: 'a', value: 1 })).toMatchObject({ error: { status: 500 } });
  });

  it('checks scopes before faults', async () => {
    platform.setFaults([{ match: '/wiki/', status: 503 }]);
    expect(await ask(platform, 'as-app', '/wiki/api/v2/pages/1')).toMatchObject({ status: 401 });
  });

  it('answers 501, and says so, to what is not modelled', async () => {
    const before = platform.unmodelled().length;
    expect(await ask(platform, 'as-app', '/wiki/rest/api/content/1/history')).toMatchObject({
      status: 501,
      body: expect.stringContaining('not modelled'),
    });
    expect(await ask(platform, 'jira', '/rest/api/3/myself')).toMatchObject({ value: { status: 501 } });
    expect(await ask(platform, 'query-entity', { entity: 'counter' })).toMatchObject({ error: { status: 501 } });
    expect(await askAs(platform, 'ada', 'as-other', '/wiki/rest/api/user/current')).toMatchObject({
      value: { status: 501 },
    });
    await ask(platform, 'delete-web-trigger-url', 'https://x.webtrigger.atlassian.app/public/id');
    expect(platform.unmodelled().slice(before)).toEqual([
      'Confluence call GET /wiki/rest/api/content/1/history',
      expect.stringContaining('jira'),
      'storage call /api/v1/entity/query',
      'asUser(accountId) without allowImpersonation in the manifest',
      'Atlassian gateway call POST /graphql',
    ]);
  });

  it('never lets its own defect look like an answer of Atlassian', async () => {
    expect(await ask(platform, 'as-app', '/wiki/rest/api/search?cql=broken')).toMatchObject({
      status: 501,
      body: expect.stringContaining('no such thing'),
    });
  });
});
