import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { SiteContentError } from '../../../dev/confluence/model/site-content-error';
import { createTestSite, pageSource, type TestSite } from '../../support/embedded-site';
import { thrownBy } from '../../support/thrown-by';

const start = (): TestSite =>
  createTestSite({
    spaces: [
      { key: 'ENG', id: '42', alias: 'BUILD', admins: ['ada'] },
      { key: 'HR', id: '43' },
    ],
    pages: [
      pageSource({ title: 'top', id: '1', restrictedTo: ['ada'] }),
      pageSource({ title: 'middle', id: '2', parent: 'top' }),
      pageSource({ title: 'leaf', id: '3', parent: 'middle' }),
    ],
  });

const page = (site: TestSite, id: string, as = 'ada'): unknown =>
  site.get(`/wiki/api/v2/pages/${id}?body-format=storage`, as).json;

describe('patch of the embedded Confluence', () => {
  it('sets an alias, takes it away, and keeps the key', () => {
    const { confluence } = start();
    confluence.patch({ spaces: { ENG: { alias: 'ENGINE' } } });
    expect(confluence.spaceByKey('ENG')).toMatchObject({ id: '42', key: 'ENG', alias: 'ENGINE' });
    expect(confluence.spaceByKey('ENGINE')).toBeUndefined();
    confluence.patch({ spaces: { ENG: { alias: null } } });
    expect(confluence.spaceByKey('ENG')).not.toHaveProperty('alias');
  });

  it('changes a space and leaves the rest as it was', () => {
    const { confluence } = start();
    confluence.patch({ spaces: { ENG: { name: 'Engine', status: 'archived', admins: ['ben'], optedIn: true } } });
    expect(confluence.spaceByKey('ENG')).toEqual({
      ...{ id: '42', key: 'ENG', alias: 'BUILD', name: 'Engine', type: 'global', status: 'archived' },
      ...{ optedIn: true, adminIds: ['ben'] },
    });
    expect(confluence.accountIds()).toEqual(['admin', 'ben', 'ada']);
  });

  it('gives a new id to a space that takes a purged key', () => {
    const { confluence, find } = start();
    confluence.patch({ spaces: { ENG: null } });
    expect(confluence.spaceByKey('ENG')).toBeUndefined();
    expect(confluence.contentById('1')).toBeUndefined();
    confluence.patch({
      spaces: { ENG: { name: 'Again' } },
      pages: { 9: { title: 'new', space: 'ENG', storage: 'x' } },
    });
    expect(confluence.spaceByKey('ENG')?.id).not.toBe('42');
    expect(find('space = ENG AND type = page')).toEqual(['9']);
  });

  it('makes, edits and purges a page', () => {
    const site = start();
    site.confluence.patch({ pages: { new: { title: 'new', space: 'HR', markdown: '# One' } } });
    expect(page(site, 'new')).toMatchObject({
      spaceId: '43',
      version: { number: 1, createdAt: '2026-06-01T12:00:00.000Z' },
      body: { storage: { value: '<h1>One</h1>' } },
    });
    site.clock.advance(1_000);
    site.confluence.patch({ pages: { new: { storage: '<p>Two</p>' } } });
    expect(page(site, 'new')).toMatchObject({
      version: { number: 2, createdAt: '2026-06-01T12:00:01.000Z' },
      body: { storage: { value: '<p>Two</p>' } },
    });
    site.confluence.patch({ pages: { new: { labels: ['A'], restrictedTo: ['ben'] } } });
    expect(page(site, 'new', 'ben')).toMatchObject({ version: { number: 2 } });
    site.confluence.patch({ pages: { new: null } });
    expect(site.get('/wiki/api/v2/pages/new', 'ben').status).toBe(404);
    expect(site.find('type = page', {}, 'ben')).toEqual([]);
  });

  it.each([{ 1: null }, { 1: { status: 'trashed' } }, { 1: { status: 'archived' } }])(
    'moves children up, out of the inherited restriction, on %j',
    (pages) => {
      const site = start();
      expect(site.find('type = page')).toEqual([]);
      site.confluence.patch({ pages });
      expect(site.find('type = page')).toEqual(['2', '3']);
      expect(page(site, '2')).toMatchObject({ parentId: null });
    },
  );

  it('moves a page with everything below it to another space', () => {
    const site = start();
    site.confluence.patch({ pages: { 2: { space: 'HR' } } });
    expect(page(site, '2')).toMatchObject({ spaceId: '43', parentId: null });
    expect(page(site, '3')).toMatchObject({ spaceId: '43', parentId: '2' });
    expect(site.find('type = page')).toEqual(['2', '3']);
  });

  it('puts a page below another by title, and back to the top', () => {
    const site = start();
    site.confluence.patch({ pages: { 3: { parent: 'top' } } });
    expect(page(site, '3')).toMatchObject({ parentId: '1' });
    site.confluence.patch({ pages: { 3: { parent: null } } });
    expect(page(site, '3')).toMatchObject({ parentId: null });
  });

  it.each([
    [undefined, '(the patch itself)'],
    [[], '(the patch itself)'],
    [{ space: {} }, 'space'],
    [{ spaces: { ENG: { key: 'X' } } }, 'spaces.ENG.key'],
    [{ spaces: { ENG: { status: 'closed' } } }, 'spaces.ENG.status'],
    [{ spaces: { ENG: { id: '77' } } }, 'spaces.ENG.id'],
    [{ spaces: { ENG: { alias: 'HR' } } }, '"HR"'],
    [{ spaces: { NEW: { alias: 'BUILD' } } }, '"BUILD"'],
    [{ spaces: { NEW: { id: '42' } } }, '42'],
    [{ spaces: { NEW: { id: 'x' } } }, 'not a number'],
    [{ spaces: { 'a b': {} } }, 'a b'],
    [{ spaces: { NONE: null } }, 'spaces.NONE'],
    [{ pages: { 1: { body: 'x' } } }, 'pages.1.body'],
    [{ pages: { 1: { version: 0 } } }, 'pages.1.version'],
    [{ pages: { 1: { space: 'NONE' } } }, 'NONE'],
    [{ pages: { 1: { parent: 'nothing' } } }, 'nothing'],
    [{ pages: { 1: { parent: '3' } } }, 'below itself'],
    [{ pages: { 1: { type: 'blogpost' } } }, 'pages.1.type'],
    [{ pages: { 1: { id: '2' } } }, 'pages.1.id'],
    [{ pages: { 1: { storage: 'a', markdown: 'b' } } }, 'exclude each other'],
    [{ pages: { 1: { updated: 'today' } } }, 'pages.1.updated'],
    [{ pages: { 7: { title: 'no space' } } }, 'pages.7.space'],
    [{ pages: { 7: { space: 'ENG' } } }, 'pages.7.title'],
    [{ pages: { 42: { title: 'taken', space: 'ENG' } } }, '42'],
    [{ pages: { 7: null } }, 'pages.7'],
    [{ spaces: { HR: { name: 'changed' } }, pages: { 7: null } }, 'pages.7'],
  ])('refuses %j, names what is wrong, and changes nothing', (patch, named) => {
    const site = start();
    const before = [site.confluence.spaces(), page(site, '1'), page(site, '2'), site.find('type = page', {}, 'ada')];
    expect(() => {
      site.confluence.patch(patch);
    }).toThrow(SiteContentError);
    expect(() => {
      site.confluence.patch(patch);
    }).toThrow(named);
    expect([site.confluence.spaces(), page(site, '1'), page(site, '2'), site.find('type = page', {}, 'ada')]).toEqual(
      before,
    );
  });

  it('throws nothing but its own error for any input', () => {
    const site = start();
    fc.assert(
      fc.property(fc.anything(), (patch) => {
        const error = thrownBy(() => {
          site.confluence.patch(patch);
        });
        expect(error === undefined || error instanceof SiteContentError).toBe(true);
      }),
    );
  });
});

describe('createEmbeddedConfluence', () => {
  it('gives out the same ids at every start, around those that are given', () => {
    const ids = (): unknown => {
      const pages = [
        { title: 'a', space: 'S', storage: '' },
        { id: '65538', title: 'b', space: 'T', storage: '' },
      ];
      const { confluence, get } = createTestSite({ spaces: [{ key: 'S' }], pages });
      return [confluence.spaces().map(({ id }) => id), get('/wiki/api/v2/pages').json];
    };
    expect(ids()).toEqual(ids());
    expect(ids()).toMatchObject([['65537', '65539'], { results: [{ id: '65538' }, { id: '65540' }] }]);
  });

  it.each([
    [{ spaces: [{ key: 'A' }, { key: 'A' }] }, 'A'],
    [{ spaces: [{ key: 'A', id: 'space-1' }] }, 'not a number'],
    [{ pages: [pageSource({ title: 'a' }), pageSource({ title: 'a' })] }, 'taken'],
    [{ pages: [pageSource({ title: 'a', parent: 'b' })] }, 'parent "b"'],
    [{ pages: [pageSource({ title: 'a', parent: 'b' }), pageSource({ title: 'b', parent: 'a' })] }, 'below itself'],
    [{ pages: [pageSource({ title: 'a', parent: 'b' }), pageSource({ title: 'b', space: 'HR' })] }, 'same space'],
    [{ pages: [pageSource({ title: 'a', updated: 'soon' })] }, 'RFC 3339'],
  ])('refuses content that does not hold together: %j', (content, named) => {
    expect(() => createTestSite(content)).toThrow(named);
  });

  it('knows accounts as they are named, callers included, and none of the groups', () => {
    const site = createTestSite({
      spaces: [{ key: 'ENG', admins: ['ada'] }],
      pages: [pageSource({ title: 'a', author: 'ben', restrictedTo: ['cem', 'confluence-users'] })],
    });
    site.find('type = page', {}, 'dan');
    expect(site.confluence.accountIds()).toEqual(['admin', 'ada', 'ben', 'cem', 'dan']);
    expect(site.confluence.contentById('a')).toEqual({
      id: 'a',
      title: 'a',
      spaceId: site.confluence.spaceByKey('ENG')?.id,
      type: 'page',
    });
  });
});
