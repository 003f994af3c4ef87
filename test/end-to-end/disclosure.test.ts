import { afterEach, describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { notesIn, titlesIn } from '../support/found-pages';
import { useRunningSite, type ApiAnswer } from '../support/running-site';

const OPEN_PAGES = 25;
const content = contentFile([
  ...Array.from({ length: OPEN_PAGES }, (_, index) => ({
    space: 'ENG',
    title: `Herd ${index}`,
    storage: `<p>zebra of herd ${index}</p>`,
  })),
  { space: 'GONE', title: 'Former plan', storage: '<p>zebra</p>' },
  { space: 'LONG', title: 'Long', storage: `<h1>${'heading '.repeat(60_000)}</h1><p>giraffe</p>` },
  { space: 'LONG', title: 'Many', storage: `${'<h2>part</h2>'.repeat(5_000)}<p>giraffe</p>` },
]);

const { site, search, local, setSpace } = useRunningSite({ contentPaths: [content], open: 'all' });

afterEach(async () => {
  await local('PUT', 'faults', []);
});

/** Everything of a reply that a caller could compare, without what differs between any two requests. */
const comparable = ({ status, text }: ApiAnswer): string =>
  `${status} ${text.replace(/"requestId":"[^"]*"/, '').replace(/"nextCursor":"[^"]*"/, '"nextCursor":""')}`;

describe('a space that has taken the key of a purged, once open one', () => {
  it('changes no member of any reply, whatever it holds', async () => {
    await local('PATCH', 'site', { spaces: { GONE: null } });
    const queries = ['zebra', 'zebra merger', 'merger', '"zebra merger"', 'zebra board minutes'];
    const askAll = async (): Promise<readonly string[]> => {
      const replies: string[] = [];
      for (const query of queries) {
        for (const limit of [10, 25]) replies.push(comparable(await search(query, { limit })));
      }
      return replies;
    };
    const before = await askAll();
    await local('PATCH', 'site', { spaces: { GONE: { name: 'Board' } } });
    await local('PATCH', 'site', {
      pages: Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [
          String(7_000 + index),
          { space: 'GONE', title: `Board minutes ${index}`, storage: '<p>zebra merger</p>' },
        ]),
      ),
    });
    expect(await askAll()).toEqual(before);
  });

  it('is found by its key once it is opened itself', async () => {
    await setSpace('GONE', true);
    expect(titlesIn(await search('merger', { spaces: ['GONE'] }))).toContain('Board minutes 0');
    expect(titlesIn(await search('merger'))).toContain('Board minutes 0');
    await setSpace('GONE', false);
    expect((await search('merger', { spaces: ['GONE'] })).text).not.toContain('Board');
  });

  it('does not stop the search where Confluence refuses a key that it does not know', async () => {
    await local('PATCH', 'site', { spaces: { GONE: null } });
    await local('PUT', 'faults', [{ match: '%22GONE%22', status: 400, body: '{"statusCode":400}' }]);
    expect(titlesIn(await search('zebra', { limit: 25 }))).toHaveLength(OPEN_PAGES);
  });
});

describe('a reply', () => {
  it('stays small, whatever headings a page has', async () => {
    const answer = await search('giraffe', { outline: true, maxChars: 500 });
    expect(titlesIn(answer)).toHaveLength(2);
    expect(answer.text.length).toBeLessThan(40_000);
    expect(notesIn(answer)).toContain('excerpts_cut');
  });

  it('says that it is partial when Confluence gave hits that cannot be read', async () => {
    const id = Number(site().confluence.spaceByKey('ENG')?.id);
    const space = { id, key: 'ENG', name: 'Engineering', status: 'current' };
    const version = { number: 1, when: '2026-01-01T00:00:00.000Z' };
    const page = { type: 'page', status: 'current', space, body: { storage: { value: '<p>ibex</p>' } } };
    const results = [
      { content: { ...page, id: '1', title: 'Readable', version }, url: '/1' },
      { content: { ...page, id: '2', title: 'Without version' }, url: '/2' },
    ];
    const body = JSON.stringify({ results, _links: { base: 'https://example.atlassian.net/wiki' } });
    await local('PUT', 'faults', [{ match: '/wiki/rest/api/search', status: 200, body }]);
    const answer = await search('ibex');
    expect(titlesIn(answer)).toEqual(['Readable']);
    expect(notesIn(answer)).toContain('partial');
  });
});
