import { describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { foundPages, notesIn, titlesIn } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';

const page = (space: string, title: string, members: Readonly<Record<string, unknown>> = {}) => ({
  space,
  title,
  storage: `<p>The zebra deployment of ${title} is described here.</p>`,
  ...members,
});

const content = contentFile([
  page('ENG', 'Restricted later', { id: '1001' }),
  page('ENG', 'Moved later', { id: '1002' }),
  page('ENG', 'Archived later', { id: '1003' }),
  page('ENG', 'Deleted later', { id: '1004' }),
  page('ENG', 'Stays', { id: '1005' }),
  page('DOCS', 'Guide', { id: '2001' }),
  page('HR', 'Salaries', { id: '3001' }),
  page('OPS', 'Runbook', { id: '4001' }),
  page('OLD', 'Former plans', { id: '5001' }),
  page('GONE', 'Purged plans', { id: '6001' }),
]);

/** Every case holds as well while the index still says what was true a minute ago. */
describe.each([0, 60_000])('the fence with an index %d ms behind', (indexLagMs) => {
  const { search, local, setSpace } = useRunningSite({
    contentPaths: [content],
    open: ['ENG', 'DOCS', 'OPS', 'OLD', 'GONE'],
    indexLagMs,
  });
  const zebras = async (): Promise<readonly string[]> => titlesIn(await search('zebra', { limit: 25 }));

  it('finds open spaces only', async () => {
    const titles = await zebras();
    expect(titles).toContain('Stays');
    expect(titles).not.toContain('Salaries');
    expect(titlesIn(await search('zebra salaries'))).not.toContain('Salaries');
  });

  it.each([
    ['restricted', { '1001': { restrictedTo: ['maya'] } }, 'Restricted later'],
    ['moved to a space that is not open', { '1002': { space: 'HR' } }, 'Moved later'],
    ['archived', { '1003': { status: 'archived' } }, 'Archived later'],
    ['deleted', { '1004': null }, 'Deleted later'],
  ])('is silent about a page that is %s', async (_, pages, title) => {
    expect(await zebras()).toContain(title);
    await local('PATCH', 'site', { pages });
    const answer = await search('zebra', { limit: 25 });
    expect(titlesIn(answer)).not.toContain(title);
    expect(answer.text).not.toContain(title);
  });

  it('is silent about a space from the request after it was closed', async () => {
    expect(await zebras()).toContain('Runbook');
    await setSpace('OPS', false);
    expect(await zebras()).not.toContain('Runbook');
    expect((await search('zebra', { spaces: ['OPS'] })).body).toMatchObject({ code: 'no_space_available' });
  });

  it('finds a space that goes by an alias, by its key and by its alias', async () => {
    await local('PATCH', 'site', { spaces: { DOCS: { alias: 'handbook' } } });
    expect(await zebras()).toContain('Guide');
    for (const name of ['DOCS', 'handbook']) {
      expect(titlesIn(await search('zebra', { spaces: [name] }))).toEqual(['Guide']);
    }
  });

  it('is silent about an archived space, and calls it unavailable when it is named', async () => {
    expect(await zebras()).toContain('Former plans');
    await local('PATCH', 'site', { spaces: { OLD: { status: 'archived' } } });
    expect(await zebras()).not.toContain('Former plans');
    expect((await search('zebra', { spaces: ['OLD'] })).body).toMatchObject({ code: 'no_space_available' });
    expect(notesIn(await search('zebra', { spaces: ['OLD', 'ENG'] }))).toContain('space_not_available');
  });

  it('leaks nothing of a new space that takes the key of a purged one', async () => {
    expect(await zebras()).toContain('Purged plans');
    await local('PATCH', 'site', { spaces: { GONE: null } });
    await local('PATCH', 'site', { spaces: { GONE: { name: 'Board' } } });
    await local('PATCH', 'site', {
      pages: { '6002': { space: 'GONE', title: 'Board minutes', storage: '<p>zebra merger</p>' } },
    });
    const answer = await search('zebra merger', { limit: 25 });
    expect(answer.text).not.toMatch(/Board|merger<|6002|Purged plans/);
    expect(titlesIn(answer)).toContain('Stays');
    const named = await search('zebra', { spaces: ['GONE'] });
    expect(named.text).not.toMatch(/Board|6002/);
  });

  it('says that a named space is closed by an app access rule', async () => {
    await local('PATCH', 'site', { spaces: { DOCS: { blocked: true } } });
    const answer = await search('zebra', { spaces: ['DOCS'] });
    expect(foundPages(answer).results).toEqual([]);
    expect(notesIn(answer)).toContain('space_blocked_by_policy');
  });
});
