import { describe, expect, it } from '@jest/globals';
import { createTestSite, pageSource } from '../../support/embedded-site';

const site = createTestSite({
  spaces: [
    { key: 'ENG', id: '42', admins: ['ada'] },
    { key: 'SHUT', id: '43', blocked: true },
    { key: '~ben', id: '44', admins: ['ben'] },
  ],
  pages: [
    pageSource({ title: 'open' }),
    pageSource({ title: 'people', restrictedTo: ['ada'] }),
    pageSource({ title: 'below-people', parent: 'people' }),
    pageSource({ title: 'deep', parent: 'below-people', restrictedTo: ['confluence-users'] }),
    pageSource({ title: 'group', restrictedTo: ['confluence-users'] }),
    pageSource({ title: 'addons', restrictedTo: ['atlassian-addons', 'ada'] }),
    pageSource({ title: 'admins', restrictedTo: ['confluence-admins'] }),
    pageSource({ title: 'shut', space: 'SHUT' }),
    pageSource({ title: 'diary', space: '~ben' }),
  ],
});

const visibleTo = (as?: string): readonly string[] => [...site.find('type = page', {}, as)].sort();

describe('permissions of the embedded Confluence', () => {
  it('shows the app what its groups may see, and no page restricted to others, nor one below it', () => {
    expect(visibleTo()).toEqual(['addons', 'diary', 'group', 'open']);
  });

  it.each([
    ['ada', ['addons', 'below-people', 'deep', 'diary', 'group', 'open', 'people']],
    ['somebody', ['diary', 'group', 'open']],
    ['admin', ['admins', 'diary', 'group', 'open']],
  ])('shows %s what that account may see', (account, ids) => {
    expect(visibleTo(account)).toEqual(ids);
  });

  it('binds space and Confluence administrators by restrictions like everybody else', () => {
    expect(site.get('/wiki/api/v2/pages/admins', 'ada').status).toBe(404);
    expect(site.get('/wiki/api/v2/pages/people', 'admin').status).toBe(404);
  });

  it('answers a missing page and a forbidden one alike', () => {
    const withoutId = (text: string): string => text.replace(/people|nowhere/gu, 'ID');
    const [missing, forbidden] = [site.get('/wiki/api/v2/pages/nowhere'), site.get('/wiki/api/v2/pages/people')];
    expect([missing.status, forbidden.status]).toEqual([404, 404]);
    expect(withoutId(forbidden.text)).toBe(withoutId(missing.text));
  });

  it('counts restricted pages in totalSize, and gives short pages that still have a next one', () => {
    const { json } = site.search('type = page AND title ~ "people" OR title = "open" ORDER BY title DESC', {
      limit: '1',
    });
    expect(json).toMatchObject({ size: 0, totalSize: 3, _links: { next: expect.any(String) } });
  });

  it('tells space administrators by an operation, Confluence administrators in every space', () => {
    const administers = expect.arrayContaining([{ operation: 'administer', targetType: 'space' }]);
    for (const [account, space] of [
      ['ada', '42'],
      ['admin', '42'],
      ['admin', '44'],
      ['ben', '44'],
    ] as const) {
      expect(site.get(`/wiki/api/v2/spaces/${space}/operations`, account).json).toEqual({ operations: administers });
    }
    for (const account of ['ben', 'somebody', undefined]) {
      expect(site.get('/wiki/api/v2/spaces/42/operations', account).json).not.toEqual({ operations: administers });
    }
  });

  it('tells Confluence administrators by an operation on the application', () => {
    const row = { operation: 'administer', targetType: 'application' };
    const path = '/wiki/rest/api/user/current?expand=operations';
    expect(site.get(path, 'admin').json).toMatchObject({
      accountId: 'admin',
      operations: expect.arrayContaining([row]),
    });
    expect(site.get(path, 'ada').json).toMatchObject({
      accountId: 'ada',
      operations: [{ operation: 'use', targetType: 'application' }],
    });
    expect(site.get('/wiki/rest/api/user/current').json).toMatchObject({ accountType: 'app' });
  });

  it('gives anonymous visitors nothing', () => {
    const status = (path: string): number =>
      site.confluence.handle({ method: 'GET', path, headers: {}, as: 'none' }).status;
    expect(status('/wiki/rest/api/search?cql=type%3Dpage')).toBe(403);
    expect(status('/wiki/rest/api/user/current')).toBe(403);
    expect(status('/wiki/rest/api/content/open/restriction/byOperation/read')).toBe(403);
    for (const path of [
      '/spaces',
      '/spaces/42',
      '/spaces/42/operations',
      '/pages',
      '/pages/open',
      '/data-policies/spaces',
    ]) {
      expect(status(`/wiki/api/v2${path}`)).toBe(401);
    }
    expect(site.confluence.handle({ method: 'GET', path: '/wiki/api/v2/spaces', headers: {}, as: 'user' }).status).toBe(
      401,
    );
  });
});

describe('app access rules', () => {
  it('keep content of the space from searches and page calls without a word', () => {
    expect(site.find('space = SHUT')).toEqual([]);
    expect(site.get('/wiki/api/v2/pages/shut').status).toBe(404);
    expect(site.get('/wiki/api/v2/pages?id=shut,open').json).toMatchObject({ results: [{ id: 'open' }] });
    expect(site.get('/wiki/api/v2/spaces/43/pages').status).toBe(404);
    expect(site.get('/wiki/rest/api/content/shut/restriction/byOperation/read').status).toBe(404);
    expect(site.find('space = SHUT AND type = page', {}, 'ada')).toEqual([]);
  });

  it('leave spaces and their operations readable, and are told by the data policies', () => {
    expect(site.get('/wiki/api/v2/spaces/43').json).toMatchObject({ key: 'SHUT' });
    expect(site.get('/wiki/api/v2/spaces/43/operations').status).toBe(200);
    expect(site.get('/wiki/api/v2/data-policies/spaces?ids=42,43').json).toMatchObject({
      results: [
        { id: '42', dataPolicy: { anyContentBlocked: false } },
        { id: '43', dataPolicy: { anyContentBlocked: true } },
      ],
    });
    expect(site.get('/wiki/api/v2/data-policies/spaces', 'ada').status).toBe(403);
  });
});

describe('GET /wiki/rest/api/content/{id}/restriction/byOperation/read', () => {
  it('tells users and groups of the page itself, not what it inherits', () => {
    const path = (id: string): string => `/wiki/rest/api/content/${id}/restriction/byOperation/read`;
    expect(site.get(path('addons'), 'ada')).toMatchObject({
      status: 200,
      points: 5,
      json: {
        operation: 'read',
        restrictions: {
          user: { results: [{ accountId: 'ada' }], size: 1 },
          group: { results: [{ type: 'group', name: 'atlassian-addons' }], size: 1 },
        },
      },
    });
    expect(site.get(path('below-people'), 'ada').json).toMatchObject({
      restrictions: { user: { size: 0 }, group: { size: 0 } },
    });
    expect(site.get(path('people'))).toMatchObject({ status: 404, json: { statusCode: 404 } });
  });
});
