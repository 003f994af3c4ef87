import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { contentFile } from '../support/content-file';
import { useRunningSite } from '../support/running-site';

const content = contentFile([
  { id: '1001', space: 'ENG', title: 'Rolling back a release', storage: '<p>herdword</p>' },
  { id: '1002', space: 'ENG', title: 'Rolling out', storage: '<p>x</p>', restrictedTo: ['noah'] },
  { id: '1003', space: 'ENG', title: 'Rolling news', storage: '<p>x</p>', type: 'blogpost' },
  { id: '2001', space: 'DOCS', title: 'Rolling stones', storage: '<p>x</p>' },
  ...Array.from({ length: 30 }, (_, index) => ({ space: 'BIG', title: `Many ${index}`, storage: '<p>x</p>' })),
]);

const { site, local, invoke } = useRunningSite({ contentPaths: [content], open: 'none' });

const inSpace = async (payload: unknown, as = 'maya') => {
  await local('PATCH', 'site', { spaces: { ENG: { admins: ['maya'] } } });
  return invoke(as, 'space-settings', 'findPages', { space: 'ENG', payload });
};
const onSite = (payload: unknown) => invoke('admin', 'admin', 'findPages', { payload });

const BACK = { id: '1001', title: 'Rolling back a release', spaceKey: 'ENG' };
const STONES = { id: '2001', title: 'Rolling stones', spaceKey: 'DOCS' };

describe('findPages', () => {
  it('finds pages of the space alone, that the admin sees, while a word is being typed', async () => {
    for (const query of ['rol', 'Rolling', 'rolling b', 'BACK release', 'release-rol']) {
      expect(await inSpace({ query })).toEqual({ pages: [BACK] });
    }
    expect(await inSpace({ query: 'olling' })).toEqual({ pages: [] });
    expect(await inSpace({ query: 'herdword' })).toEqual({ pages: [] });
  });

  it('finds pages of every space for a Confluence admin, on the admin page', async () => {
    const { pages } = v.parse(v.object({ pages: v.array(v.unknown()) }), await onSite({ query: 'rolling' }));
    expect(pages).toHaveLength(2);
    expect(pages).toEqual(expect.arrayContaining([BACK, STONES]));
    const many = v.parse(v.object({ pages: v.array(v.unknown()) }), await onSite({ query: 'many' }));
    expect(many.pages).toHaveLength(20);
  });

  it('names pages by their ids, none that the caller does not see, that is elsewhere, or that is no page', async () => {
    const ids = ['1001', '1002', '1003', '2001', '999'];
    expect(await inSpace({ ids })).toEqual({ pages: [BACK] });
    const answer = v.parse(v.object({ pages: v.array(v.unknown()) }), await onSite({ ids }));
    expect(answer.pages).toHaveLength(2);
    expect(answer.pages).toEqual(expect.arrayContaining([BACK, STONES]));
  });

  it('has no page where Confluence takes an id for none', async () => {
    await local('PUT', 'faults', [{ match: '/wiki/rest/api/search', status: 400 }]);
    const answer = await onSite({ ids: ['x'] });
    const asked = await onSite({ query: 'x' });
    await local('PUT', 'faults', []);
    expect([answer, asked]).toEqual([{ pages: [] }, { refused: 'confluence-unavailable' }]);
  });

  it('asks for no content', async () => {
    await inSpace({ query: 'rolling' });
    site().platform.clearCalls();
    await inSpace({ query: 'rolling' });
    const paths = site()
      .platform.calls()
      .map(({ as, path }) => `${as} ${path}`);
    expect(paths).toHaveLength(2);
    expect(paths.every((path) => path.startsWith('user '))).toBe(true);
    expect(paths.join(' ')).not.toContain('body');
  });

  it.each([{ query: '"' }, { query: ' * ' }])('has no word to look for in %j', async (payload) => {
    expect(await inSpace(payload)).toEqual({ refused: 'no-word' });
  });

  it.each([
    undefined,
    {},
    { query: '' },
    { query: 'x'.repeat(201) },
    { query: 'x', ids: ['1'] },
    { query: 'x', space: 'DOCS' },
    { ids: [] },
    { ids: ['1") or id in ("1001'] },
    { ids: Array.from({ length: 51 }, (_, index) => String(index)) },
  ])('refuses %j', async (payload) => {
    expect(await inSpace(payload)).toEqual({ refused: 'invalid-payload' });
    expect(await onSite(payload)).toEqual({ refused: 'invalid-payload' });
  });

  it.each([
    ['noah', 'not-space-admin'],
    ['unidentified', 'space-not-available'],
  ])('refuses %s on the page of the space', async (account, refused) => {
    expect(await inSpace({ query: 'rolling' }, account)).toEqual({ refused });
  });
});
