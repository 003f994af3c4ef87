import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { createTestSite, pageSource } from '../../support/embedded-site';

const site = createTestSite({
  spaces: [
    { key: 'ENG', id: '42', name: 'Engineering', alias: 'BUILD', description: 'How we build', admins: ['ada'] },
    { key: 'OLD', id: '43', status: 'archived' },
    { key: '~ada', id: '44' },
    { key: 'KB', id: '45', type: 'knowledge_base' },
  ],
  pages: [
    pageSource({
      title: 'Top',
      id: '1001',
      storage: '<p>top</p>',
      version: 3,
      updated: '2026-03-19T14:23:48Z',
      author: 'ada',
    }),
    pageSource({ title: 'Middle', id: '1002', parent: 'Top' }),
    pageSource({ title: 'Leaf', id: '1003', parent: '1002' }),
    pageSource({ title: 'Kept', id: '1004', status: 'archived' }),
    pageSource({ title: 'Binned', id: '1005', status: 'trashed' }),
    pageSource({ title: 'Post', id: '1006', type: 'blogpost' }),
    pageSource({ title: 'Else', id: 'kb-000', space: 'KB' }),
  ],
});

const listed = v.object({
  results: v.array(v.object({ id: v.string() })),
  _links: v.object({ next: v.optional(v.string()) }),
});
const idsOf = (path: string): readonly string[] => v.parse(listed, site.get(path).json).results.map(({ id }) => id);

describe('GET /wiki/api/v2/spaces', () => {
  it('answers in the recorded shape, ids as strings', () => {
    expect(site.get('/wiki/api/v2/spaces?ids=42&description-format=plain').json).toEqual({
      results: [
        {
          id: '42',
          key: 'ENG',
          name: 'Engineering',
          type: 'global',
          status: 'current',
          authorId: 'ada',
          spaceOwnerId: 'ada',
          createdAt: expect.any(String),
          homepageId: '1001',
          icon: null,
          description: { plain: { representation: 'plain', value: 'How we build' } },
          currentActiveAlias: 'BUILD',
          _links: { webui: '/spaces/BUILD' },
        },
      ],
      _links: { base: 'http://site.test/wiki' },
    });
  });

  it.each([
    ['', ['42', '43', '44', '45']],
    ['?ids=45,42,999', ['42', '45']],
    ['?ids=45&ids=42', ['42', '45']],
    ['?keys=ENG,OLD', ['42', '43']],
    ['?keys=BUILD', ['42']],
    ['?keys=~ada', ['44']],
    ['?type=global', ['42', '43']],
    ['?type=knowledge_base,personal', ['44', '45']],
    ['?status=archived', ['43']],
    ['?status=current&type=global', ['42']],
  ])('narrows by %s', (query, ids) => {
    expect(idsOf(`/wiki/api/v2/spaces${query}`)).toEqual(ids);
  });

  it('pages by a cursor in a link that includes /wiki, repeated in the Link header', () => {
    const first = site.get('/wiki/api/v2/spaces?limit=3&status=current,archived');
    const { _links: links } = v.parse(listed, first.json);
    expect(links.next).toMatch(/^\/wiki\/api\/v2\/spaces\?/u);
    expect(first.headers['link']).toBe(`<${String(links.next)}>; rel="next"`);
    expect(first.points).toBe(4);
    expect(idsOf(String(links.next))).toEqual(['45']);
  });

  it.each(['limit=0', 'limit=251', 'limit=x', 'cursor=nope', 'type=site', 'status=deleted', `ids=${'1,'.repeat(251)}`])(
    'answers 400 to %s in the shape of v2',
    (query) => {
      expect(site.get(`/wiki/api/v2/spaces?${query}`)).toMatchObject({
        status: 400,
        json: { errors: [{ status: 400, code: 'INVALID_REQUEST_PARAMETER', title: expect.any(String) }] },
      });
    },
  );
});

describe('GET /wiki/api/v2/spaces/{id}', () => {
  it('inlines operations when asked, at two points each', () => {
    const plain = site.get('/wiki/api/v2/spaces/42', 'ada');
    const withOperations = site.get('/wiki/api/v2/spaces/42?include-operations=true', 'ada');
    expect(plain.json).not.toHaveProperty('operations');
    expect(plain.points).toBe(2);
    expect(withOperations.json).toMatchObject({
      operations: {
        results: expect.arrayContaining([{ operation: 'administer', targetType: 'space' }]),
        meta: { hasMore: false },
      },
    });
    const { operations } = v.parse(
      v.object({ operations: v.object({ results: v.array(v.unknown()) }) }),
      withOperations.json,
    );
    expect(withOperations.points).toBe(2 + 2 * operations.results.length);
  });

  it('answers 404 for a space that is not there, 400 for an id that is no number', () => {
    expect(site.get('/wiki/api/v2/spaces/999')).toMatchObject({ status: 404, json: { errors: [{ status: 404 }] } });
    expect(site.get('/wiki/api/v2/spaces/ENG/operations').status).toBe(400);
  });
});

describe('GET /wiki/api/v2/pages', () => {
  it('answers in the recorded shape', () => {
    expect(site.get('/wiki/api/v2/pages/1002?body-format=storage').json).toEqual({
      id: '1002',
      status: 'current',
      title: 'Middle',
      spaceId: '42',
      parentId: '1001',
      parentType: 'page',
      position: 0,
      authorId: 'admin',
      ownerId: 'admin',
      lastOwnerId: null,
      createdAt: expect.any(String),
      version: { number: 1, message: '', minorEdit: false, authorId: 'admin', createdAt: expect.any(String) },
      body: { storage: { representation: 'storage', value: '<p>text</p>' } },
      _links: {
        webui: '/spaces/BUILD/pages/1002/Middle',
        editui: '/pages/resumedraft.action?draftId=1002',
        tinyui: expect.stringMatching(/^\/x\//u),
      },
    });
  });

  it.each([
    ['/pages', ['1001', '1002', '1003', '1004', 'kb-000']],
    ['/pages?id=1003,1001,999', ['1001', '1003']],
    ['/pages?space-id=45', ['kb-000']],
    ['/pages?status=archived', ['1004']],
    ['/pages?title=Leaf', ['1003']],
    ['/spaces/42/pages', ['1001', '1002', '1003', '1004']],
    ['/spaces/42/pages?depth=root', ['1001', '1004']],
    ['/spaces/42/pages?status=current&limit=2', ['1001', '1002']],
    ['/pages/1003/ancestors', ['1001', '1002']],
    ['/pages/1003/ancestors?limit=1', ['1002']],
    ['/pages/1001/ancestors', []],
  ])('lists %s', (path, ids) => {
    expect(idsOf(`/wiki/api/v2${path}`)).toEqual(ids);
  });

  it('leaves the body out unless a format is asked for', () => {
    expect(site.get('/wiki/api/v2/pages/1001').json).toMatchObject({ body: {}, version: { number: 3 } });
    expect(site.get('/wiki/api/v2/pages/1001').json).not.toMatchObject({ body: { storage: {} } });
  });

  it.each(['/pages/1005', '/pages/1006', '/pages/999', '/pages/999/ancestors', '/spaces/999/pages'])(
    'answers 404 to %s',
    (path) => {
      expect(site.get(`/wiki/api/v2${path}`)).toMatchObject({ status: 404, json: { errors: [{ status: 404 }] } });
    },
  );
});

describe('what is not modelled', () => {
  it.each([
    '/wiki/api/v2/pages/1001?body-format=view',
    '/wiki/api/v2/pages/1001?include-labels=true',
    '/wiki/api/v2/pages?sort=title',
    '/wiki/api/v2/spaces?labels=a',
    '/wiki/api/v2/spaces/42/permissions',
    '/wiki/api/v2/blogposts',
    '/wiki/rest/api/space/ENG',
    '/wiki/rest/api/content/1001',
    '/wiki/rest/api/content/1001/restriction/byOperation/update',
    '/wiki/rest/api/user/current?expand=personalSpace',
    '/elsewhere',
    '//[',
  ])('is said to be so: %s', (path) => {
    expect(site.get(path)).toMatchObject({ status: 501, text: expect.stringMatching(/^not modelled: /u), points: 0 });
  });

  it('names the method of a call that would write', () => {
    const { status, body } = site.confluence.handle({
      method: 'PUT',
      path: '/wiki/api/v2/pages/1001',
      headers: {},
      as: 'app',
    });
    expect([status, body]).toEqual([501, 'not modelled: PUT /wiki/api/v2/pages/1001']);
  });
});
