import { describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { foundPages, notesIn } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';

const content = contentFile([
  { space: 'ENG', title: 'Stripes', storage: '<p>The zebra crossing is busy.</p><p>A format for errors.</p>' },
  { space: 'ENG', title: 'Headings', storage: '<h1>Okapi</h1><h2>Giraffe</h2>' },
  { space: 'ENG', title: 'Walls', storage: `<p>${'x'.repeat(300)}</p><p>walrus${'y'.repeat(300)}</p>` },
  { space: 'ENG', title: 'Herd', storage: '<p>The gnu and its herd.</p>'.repeat(200) },
]);
const { site, search, local } = useRunningSite({ contentPaths: [content], open: 'all' });

describe('the notes of a search', () => {
  it.each([
    ['zebra crossing', []],
    ['zebra lion', ['query_relaxed']],
    ['"zebra crossing"', []],
    ['"crossing zebra"', ['query_relaxed']],
    ['"zebra crossing" errors', []],
    ['"zebra crossing" lion', ['query_relaxed']],
    ['"crossing zebra" errors', ['query_relaxed']],
    ['lion', ['nothing_matched']],
  ])('to %j are %j', async (query, notes) => {
    expect(notesIn(await search(query))).toEqual(notes);
  });

  it('say that a page of headings has nothing to quote', async () => {
    const answer = await search('giraffe');
    expect(foundPages(answer).results).toMatchObject([{ page: { title: 'Headings' }, excerpts: [] }]);
    expect(notesIn(answer)).toEqual(['page_without_text']);
  });

  it('say that nothing of a page fitted, and that not all that answers did', async () => {
    const nothing = await search('walls', { maxCharsPerPage: 200 });
    expect(foundPages(nothing).results).toMatchObject([{ page: { title: 'Walls' }, excerpts: [] }]);
    expect(notesIn(nothing)).toEqual(['excerpts_cut']);
    expect(notesIn(await search('gnu', { maxCharsPerPage: 200 }))).toEqual(['excerpts_cut']);
    expect(notesIn(await search('zebra', { maxCharsPerPage: 200 }))).toEqual([]);
  });

  it('say that a body is missing, and not that it has no text', async () => {
    const space = { id: Number(site().confluence.spaceByKey('ENG')?.id), key: 'ENG', name: 'E', status: 'current' };
    const version = { number: 1, when: '2026-01-01T00:00:00.000Z' };
    const results = [
      { content: { type: 'page', status: 'current', id: '1', title: 'Ibex', space, version }, url: '/1' },
    ];
    const body = JSON.stringify({ results, _links: { base: 'https://example.atlassian.net/wiki' } });
    await local('PUT', 'faults', [{ match: '/wiki/rest/api/search', status: 200, body }]);
    const answer = await search('ibex');
    await local('PUT', 'faults', []);
    expect(foundPages(answer).results).toMatchObject([{ page: { title: 'Ibex' }, excerpts: [] }]);
    expect(notesIn(answer)).toEqual(['partial']);
  });
});
