import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { createTestSite, pageSource } from '../../support/embedded-site';

const many = Array.from({ length: 60 }, (_, index) =>
  pageSource({ title: `page-${String(index)}`, storage: '<p>needle</p>' }),
);
const needle = 'type = page AND text ~ "needle"';
const body = v.object({
  limit: v.number(),
  size: v.number(),
  totalSize: v.optional(v.number()),
  results: v.array(v.looseObject({})),
  _links: v.object({
    next: v.optional(v.string()),
    prev: v.optional(v.string()),
    base: v.string(),
    context: v.string(),
  }),
});

describe('GET /wiki/rest/api/search', () => {
  const site = createTestSite({
    spaces: [
      { key: 'ENG', name: 'Engineering' },
      { key: 'OLD', status: 'archived' },
    ],
    pages: [
      pageSource({
        title: "Deploy & 'roll' back",
        id: '98432',
        storage:
          '<p>How to <strong>deploy</strong> &amp; roll&nbsp;back, &lt;fast&gt; 🔒.</p><table><tr><td>a</td><td>b</td></tr></table>',
        labels: ['how-to'],
        version: 3,
        updated: '2026-03-19T14:23:48Z',
        parent: 'top',
      }),
      pageSource({ title: 'top' }),
      pageSource({ title: 'past', space: 'OLD', storage: '<p>deploy</p>' }),
      pageSource({ title: 'shelved', status: 'archived', storage: '<p>deploy</p>' }),
    ],
  });
  const deploy = 'type = page AND text ~ "deploy"';

  it('answers in the recorded shape, with everything expanded', () => {
    const expand = 'content.space,content.version,content.metadata.labels,content.ancestors,content.body.storage';
    const { status, json, points } = site.search(deploy, { expand, excerpt: 'highlight_unescaped' });
    expect(status).toBe(200);
    expect(points).toBe(2);
    expect(json).toEqual({
      results: [
        {
          content: {
            id: '98432',
            type: 'page',
            status: 'current',
            title: "Deploy & 'roll' back",
            childTypes: {},
            macroRenderedOutput: {},
            restrictions: {},
            space: expect.objectContaining({
              id: 65_537,
              key: 'ENG',
              alias: 'ENG',
              name: 'Engineering',
              type: 'global',
              status: 'current',
            }),
            version: expect.objectContaining({ when: '2026-03-19T14:23:48.000Z', number: 3, minorEdit: false }),
            metadata: {
              labels: {
                results: [{ prefix: 'global', name: 'how-to', id: '1', label: 'how-to' }],
                start: 0,
                limit: 200,
                size: 1,
              },
            },
            ancestors: [expect.objectContaining({ id: 'top', title: 'top' })],
            body: expect.objectContaining({
              storage: expect.objectContaining({
                representation: 'storage',
                value: expect.stringContaining('<strong>deploy</strong>'),
              }),
            }),
            _expandable: {
              container: '/rest/api/space/ENG',
              metadata: '',
              extensions: '',
              operations: '',
              children: '',
              history: '/rest/api/content/98432/history',
              descendants: '',
            },
            _links: {
              webui: "/spaces/ENG/pages/98432/Deploy+%26+'roll'+back",
              self: 'http://site.test/wiki/rest/api/content/98432',
              tinyui: expect.stringMatching(/^\/x\//u),
            },
          },
          title: "@@@hl@@@Deploy@@@endhl@@@ & 'roll' back",
          excerpt: 'How to @@@hl@@@deploy@@@endhl@@@ & roll\u00A0back, <fast> \uFFFD\uFFFD.\na b',
          url: "/spaces/ENG/pages/98432/Deploy+%26+'roll'+back",
          resultGlobalContainer: { title: 'Engineering', displayUrl: '/spaces/ENG' },
          breadcrumbs: [],
          entityType: 'content',
          iconCssClass: 'aui-icon content-type-page',
          lastModified: '2026-03-19T14:23:48.000Z',
          friendlyLastModified: 'Mar 19, 2026',
          score: 0,
        },
      ],
      start: 0,
      limit: 25,
      size: 1,
      totalSize: 1,
      cqlQuery: deploy,
      searchDuration: 1,
      archivedResultCount: 1,
      _links: {
        base: 'http://site.test/wiki',
        context: '/wiki',
        self: expect.stringContaining('/wiki/rest/api/search?cql='),
      },
    });
  });

  it.each([
    [
      undefined,
      '@@@hl@@@Deploy@@@endhl@@@ &amp; &#39;roll&#39; back',
      'How to @@@hl@@@deploy@@@endhl@@@ &amp; roll\u00A0back, &lt;fast&gt; \uFFFD\uFFFD.\na b',
    ],
    [
      'indexed',
      'Deploy &amp; &#39;roll&#39; back',
      'How to deploy &amp; roll\u00A0back, &lt;fast&gt; \uFFFD\uFFFD.\na b',
    ],
    ['indexed_unescaped', "Deploy & 'roll' back", 'How to deploy & roll\u00A0back, <fast> \uFFFD\uFFFD.\na b'],
    ['none', 'Deploy &amp; &#39;roll&#39; back', ''],
  ])('writes title and excerpt in the mode %s', (excerpt, title, text) => {
    expect(site.search(deploy, excerpt === undefined ? {} : { excerpt }).json).toMatchObject({
      results: [{ title, excerpt: text }],
    });
  });

  it('cuts a long excerpt to 320 characters around the first match', () => {
    const storage = `<p>${'before '.repeat(200)} needle ${'after '.repeat(200)}</p>`;
    const { json } = createTestSite({ pages: [pageSource({ title: 'long', storage })] }).search(needle, {
      excerpt: 'indexed',
    });
    const [hit] = v.parse(v.object({ results: v.array(v.object({ excerpt: v.string() })) }), json).results;
    expect(hit?.excerpt).toHaveLength(320);
  });

  it('ignores an expansion without the prefix', () => {
    expect(site.search(deploy, { expand: 'space,version' }).json).not.toMatchObject({
      results: [{ content: { space: {} } }],
    });
  });

  it('takes repeated expansions as well as a list', () => {
    const { json } = site.get(
      `/wiki/rest/api/search?cql=${encodeURIComponent(deploy)}&expand=content.space&expand=content.version`,
    );
    expect(json).toMatchObject({ results: [{ content: { space: { key: 'ENG' }, version: { number: 3 } } }] });
  });

  it.each([
    ['', 5000, 1000],
    ['space', 5000, 1000],
    ['content.space', 5000, 200],
    ['content.space,content.body.storage', 5000, 50],
    ['content.body.storage', 10, 10],
  ])('cuts the limit silently with expand=%s', (expand, limit, cut) => {
    expect(createTestSite({ pages: many }).search(needle, { expand, limit: String(limit) }).json).toMatchObject({
      limit: cut,
      size: Math.min(cut, many.length),
    });
  });

  it('follows next links over all results, each once, and back', () => {
    const paged = createTestSite({ pages: many });
    const seen: unknown[] = [];
    let path: string | undefined =
      `/wiki/rest/api/search?cql=${encodeURIComponent(needle)}&limit=25&expand=content.space`;
    let last: string | undefined;
    while (path !== undefined) {
      const page: v.InferOutput<typeof body> = v.parse(body, paged.get(path).json);
      seen.push(...page.results.map((result) => JSON.stringify(result)));
      expect(page._links.next ?? '/rest/api/search?next=true&cursor=_t_').toMatch(
        /^\/rest\/api\/search\?next=true&cursor=_t_/u,
      );
      path = page._links.next === undefined ? undefined : `${page._links.context}${page._links.next}`;
      last = page._links.prev;
    }
    expect(new Set(seen).size).toBe(60);
    expect(v.parse(body, paged.get(`/wiki${String(last)}`).json).size).toBe(25);
  });

  it('still understands the deprecated start', () => {
    expect(createTestSite({ pages: many }).find(needle, { start: '58' })).toEqual(['page-58', 'page-59']);
  });

  it('counts archived spaces, and shows them when asked', () => {
    expect(site.search(deploy).json).toMatchObject({ size: 1, archivedResultCount: 1 });
    expect(site.find(deploy, { includeArchivedSpaces: 'true' })).toHaveLength(2);
    expect(site.find(deploy, { excludeCurrentSpaces: 'true' })).toEqual(['past']);
  });

  it('filters by the content statuses of the context, not by its space', () => {
    expect(site.find(deploy, { cqlcontext: '{"spaceKey":"NOWHERE"}' })).toEqual(['98432']);
    expect(site.find(deploy, { cqlcontext: '{"contentStatuses":["archived"]}' })).toEqual(['shelved']);
    expect(site.find(deploy, { cqlcontext: '{"contentStatuses":["current","archived"]}' })).toHaveLength(2);
  });

  it.each([
    { limit: '-1' },
    { limit: 'many' },
    { start: 'x' },
    { cursor: 'abc' },
    { cursor: '_t_e30' },
    { includeArchivedSpaces: 'yes' },
    { excerpt: 'loud' },
    { cqlcontext: '{' },
    { expand: 'a,b,c,d,e,f,g,h,i'.replace(/\w/gu, 'content.$&') },
  ])('answers 400 to %j', (parameters) => {
    expect(site.search(deploy, parameters)).toMatchObject({ status: 400, json: { statusCode: 400 } });
  });

  it('answers 400 without a query', () => {
    expect(site.get('/wiki/rest/api/search').status).toBe(400);
  });

  it.each([
    { expand: 'content.body.view' },
    { expand: 'content.children.page' },
    { cqlcontext: '{"contentStatuses":["draft"]}' },
    { cqlcontext: '{"spaces":["ENG"]}' },
    { sitePermissionTypeFilter: 'all' },
  ])('says that %j is not modelled', (parameters) => {
    expect(site.search(deploy, parameters)).toMatchObject({
      status: 501,
      text: expect.stringMatching(/^not modelled: /u),
    });
  });
});
