import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createTestSite, pageSource } from '../../support/embedded-site';

const site = createTestSite({
  spaces: [
    { key: 'ENG', name: 'Engineering', alias: 'ENGINEERING', description: 'How we build' },
    { key: '~712020abc', name: 'Ada', admins: ['ada'] },
  ],
  pages: [
    pageSource({
      title: 'deploy',
      storage: '<p>Rotate the API keys, then roll back.</p>',
      labels: ['how-to', 'API'],
      author: 'ada',
    }),
    pageSource({
      title: 'rotate',
      storage: '<p>Keys of the API rotate.</p>',
      parent: 'deploy',
      updated: '2026-05-20T10:30:00Z',
    }),
    pageSource({ title: 'leaf', storage: '<p>Nothing.</p>', parent: 'rotate', updated: '2026-05-20T23:59:00Z' }),
    pageSource({ title: 'news', type: 'blogpost', storage: '<p>API launch</p>', updated: '2026-06-01T08:00:00Z' }),
    pageSource({ title: 'diary', space: '~712020abc', storage: '<p>My API keys</p>' }),
    pageSource({ title: 'old', status: 'archived', storage: '<p>API of old</p>' }),
    pageSource({ title: 'draft', status: 'draft', storage: '<p>API to come</p>' }),
    pageSource({ title: 'binned', status: 'trashed', storage: '<p>API gone</p>' }),
  ],
});

const found = (cql: string): readonly string[] => [...site.find(cql)].sort();

describe('CQL of the embedded Confluence', () => {
  it.each([
    ['type = page AND text ~ "api keys"', ['deploy', 'diary', 'rotate']],
    ['type = page AND text ~ "KEYS api"', ['deploy', 'diary', 'rotate']],
    [String.raw`type = page AND text ~ "\"api keys\""`, ['deploy', 'diary']],
    [String.raw`type = page AND text ~ "\"keys api\""`, []],
    ['type = page AND text ~ "rot*"', ['deploy', 'rotate']],
    ['type = page AND text ~ "k?ys"', ['deploy', 'diary', 'rotate']],
    ['type = page AND text ~ "rotete~"', ['deploy', 'rotate']],
    ['type = page AND text ~ "rotates"', []],
    ['type = page AND text ~ "how-to"', ['deploy']],
    [String.raw`type = page AND text ~ "\\+\\+"`, []],
    ['type = page AND title ~ "deploy"', ['deploy']],
    ['title ~ "api"', []],
    ['title = "deploy"', ['deploy']],
    ['title IN ("deploy", "news")', ['deploy', 'news']],
    ['type = page AND text !~ "api"', ['leaf']],
    ['space = ENG AND type = page', ['deploy', 'leaf', 'rotate']],
    ['space = "ENGINEERING" AND type = page', ['deploy', 'leaf', 'rotate']],
    ['space IN ("~712020abc") AND type = page', ['diary']],
    ['type = page AND space != ENG', ['diary']],
    ['type = page AND space NOT IN (ENG)', ['diary']],
    ['space = NOWHERE', []],
    ['type IN (page, blogpost)', ['deploy', 'diary', 'leaf', 'news', 'rotate']],
    ['type = whiteboard', []],
    ['id = deploy', ['deploy']],
    ['content IN (deploy, leaf)', ['deploy', 'leaf']],
    ['parent = deploy', ['rotate']],
    ['ancestor = deploy', ['leaf', 'rotate']],
    ['label = "how-to"', ['deploy']],
    ['label = api', ['deploy']],
    ['type = page AND label != api', ['diary', 'leaf', 'rotate']],
    ['creator = ada', ['deploy']],
    ['contributor = ada', ['deploy']],
    ['lastmodified = "2026-05-20"', ['leaf', 'rotate']],
    ['lastmodified = "2026/05/20 10:30"', ['rotate']],
    ['lastmodified > "2026-05-20 10:30"', ['leaf', 'news']],
    ['lastmodified >= "2026-05-20 10:30"', ['leaf', 'news', 'rotate']],
    ['lastmodified < "2026-05-20" AND type = page', ['deploy', 'diary']],
    ['lastmodified <= "2026-05-20 10:30" AND type = page', ['deploy', 'diary', 'rotate']],
    ['lastmodified > now("-1d")', ['news']],
    ['created >= startOfDay()', ['news']],
    ['type = page AND lastmodified != "2026-05-20"', ['deploy', 'diary']],
    ['type = page AND NOT (text ~ "api" OR id = leaf)', []],
    ['id = leaf OR id = news AND type = page', ['leaf']],
    ['id = leaf OR (id = news AND type = page)', ['leaf']],
    ['(id = leaf OR id = news) AND type = blogpost', ['news']],
    ['lastModified > now("-1d") AND TYPE = blogpost', ['news']],
  ])('finds for %s', (cql, ids) => {
    expect(found(cql)).toEqual(ids);
  });

  it('applies AND to everything on its left', () => {
    expect(found('id = leaf OR id = news AND type = blogpost')).toEqual(['news']);
  });

  it('knows the caller behind currentUser()', () => {
    expect(site.find('creator = currentUser()', {}, 'ada')).toEqual(['deploy']);
    expect(site.find('creator = currentUser()')).toEqual([]);
  });

  it.each([
    ['title', ['deploy', 'leaf', 'rotate']],
    ['title DESC', ['rotate', 'leaf', 'deploy']],
    ['lastmodified DESC', ['leaf', 'rotate', 'deploy']],
    ['type, created ASC', ['deploy', 'rotate', 'leaf']],
  ])('sorts by %s', (order, ids) => {
    expect(site.find(`space = ENG AND type = page ORDER BY ${order}`)).toEqual(ids);
  });

  it('finds spaces as hits of another shape unless a type is asked for', () => {
    const { json } = site.search('type = space AND text ~ "build"');
    expect(json).toMatchObject({
      results: [{ entityType: 'space', space: { key: 'ENG' }, url: '/spaces/ENGINEERING' }],
    });
    expect(json).not.toMatchObject({ results: [{ content: {} }] });
  });

  it.each([
    'space ~ "ENG"',
    'text = "api"',
    'created ~ "2026"',
    'type = page AND ancestor > 3',
    'created > "2026-05-20T10:30:00Z"',
    'lastmodified > "last week"',
    'id = "a" AND siteSearch ~ "api"',
    'space.id = 42',
    'user = ada',
  ])('answers 400 to %s', (cql) => {
    expect(site.search(cql)).toMatchObject({ status: 400, json: { statusCode: 400 } });
  });

  it.each([
    'mention = currentUser()',
    'space.title ~ "Eng"',
    'macro = jira',
    'space IN favouriteSpaces()',
    'type = spreadsheet',
    'id = 1 ORDER BY creator',
    'text ~ "+api"',
    'id = 1 AND (space != ENG)',
  ])('says that %s is not modelled', (cql) => {
    expect(site.search(cql)).toMatchObject({ status: 501, text: expect.stringMatching(/^not modelled: /u) });
  });

  it('answers what the search service refused in its words', () => {
    const { status, json } = site.search(String.raw`title ~ "\""`);
    expect(status).toBe(400);
    expect(json).toMatchObject({
      message: expect.stringMatching(
        /^com\.atlassian\.confluence\.api\.service\.exceptions\.BadRequestException: CQL was parsed but the search manager was unable to execute the search\. CQL: 'title ~ "\\""'\. Error message: .*SSSearchClientException/u,
      ),
    });
  });

  it('has siteSearch only where the site has it: as text, the title counted thrice', () => {
    const pages = [
      pageSource({ title: 'alpha', storage: '<p>beta beta and some more words</p>' }),
      pageSource({ title: 'beta', storage: '<p>alpha and some more words here</p>' }),
    ];
    const withSiteSearch = createTestSite({ pages }, { siteSearch: true });
    expect(withSiteSearch.find('type = page AND text ~ "beta"')).toEqual(['alpha', 'beta']);
    expect(withSiteSearch.find('type = page AND siteSearch ~ "beta"')).toEqual(['beta', 'alpha']);
    expect(createTestSite({ pages }).search('siteSearch ~ "beta"')).toMatchObject({
      status: 400,
      json: { message: expect.stringContaining("No field exists with the name: 'siteSearch'") },
    });
  });

  it('answers any query with 200, 400 or 501', () => {
    const parts = fc.constantFrom(
      ...[
        'text ~ "api"',
        'space = ENG',
        'type != page',
        'NOT ',
        ' AND ',
        ' OR ',
        '(',
        ')',
        'title ~ "\\""',
        'created > now("x")',
      ],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 7 }), (chosen) => {
        expect([200, 400, 501]).toContain(site.search(chosen.join('')).status);
      }),
      { numRuns: 300 },
    );
  });
});
