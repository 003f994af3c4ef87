import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { foundPages, notesIn, titlesIn } from '../support/found-pages';
import { useRunningSite, type ApiAnswer } from '../support/running-site';

const OPEN_PAGES = 25;
const content = contentFile([
  ...Array.from({ length: OPEN_PAGES }, (_, index) => ({
    space: 'ENG',
    title: `Herd ${index}`,
    storage: `<p>zebra of herd ${index}</p>`,
  })),
  { space: 'GONE', title: 'Former plan', storage: '<p>zebra</p>' },
  ...['501', '502'].map((id) => ({ space: 'HR', title: `Payroll ${id}`, id, storage: '<p>zebra</p>' })),
  { space: 'HR', title: 'Below payroll', id: '503', parent: '501', storage: '<p>zebra</p>' },
  { space: 'ENG', title: 'Tree', id: '601', storage: '<p>tree</p>' },
  ...Array.from({ length: 60 }, (_, index) => ({
    space: 'ENG',
    title: `Leaf ${index}`,
    parent: '601',
    storage: `<p>okapi ${index}</p>`,
  })),
  { space: 'LONG', title: 'Long', storage: `<h1>${'heading '.repeat(60_000)}</h1><p>giraffe</p>` },
  { space: 'LONG', title: 'Many', storage: `${'<h2>part</h2>'.repeat(5_000)}<p>giraffe</p>` },
]);

const { site, send, search, local, invoke, setSpace } = useRunningSite({ contentPaths: [content], open: 'all' });

afterEach(async () => {
  await local('PUT', 'faults', []);
});

/** Everything of a reply that a caller could compare, without what differs between any two requests. */
const comparable = ({ status, text }: ApiAnswer): string =>
  `${status} ${text.replace(/"requestId":"[^"]*"/, '').replace(/"nextCursor":"[^"]*"/, '"nextCursor":""')}`;

const nextCursorIn = (answer: ApiAnswer): string | undefined => foundPages(answer).nextCursor;

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

describe('a page to search below', () => {
  const MISSING = '999';
  /** Confluence refuses an id of no content; no documentation says that it does, nor that it does not. */
  const refuseMissing = (id: string = MISSING): Promise<unknown> =>
    local('PUT', 'faults', [
      { match: `ancestor+%3D+%22${id}%22`, status: 400, body: { statusCode: 400, message: 'No content with that id' } },
    ]);

  beforeAll(async () => {
    await setSpace('HR', false);
  });

  const QUESTIONS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['zebra', {}],
    ['zebra', { limit: 25, outline: true }],
    ['"zebra herd"', {}],
    ['zebra', { spaces: ['ENG'] }],
    ['zebra', { spaces: ['ENG', 'LONG'], labels: { any: ['api'] }, updatedAfter: '2020-01-01' }],
  ];

  it.each(QUESTIONS)(
    'closed or missing, is answered the same, also where Confluence refuses it: %s %j',
    async (...ask) => {
      const [query, members] = ask;
      await refuseMissing();
      const missing = await search(query, { ...members, under: MISSING });
      expect(missing.status).toBe(200);
      expect(notesIn(missing)).toContain('nothing_matched');
      for (const under of ['501', '502', '503']) {
        const closed = await search(query, { ...members, under });
        expect(comparable(closed)).toBe(comparable(missing));
        expect([...closed.headers.keys()]).toEqual([...missing.headers.keys()]);
      }
    },
  );

  it('costs as much of the limits, closed or missing', async () => {
    const usedBy = async (under: string): Promise<number> => {
      const left = async (): Promise<number> =>
        Number(/"points";r=(\d+)/.exec((await send({ operation: 'status' })).headers.get('ratelimit') ?? '')?.[1]);
      const before = await left();
      await search('zebra', { under });
      return before - (await left());
    };
    await refuseMissing();
    // With the first nothing is given back of what was put by, with the second all that was not spent.
    for (const pointsPerHour of [50_000, 2_000]) {
      await invoke('admin', 'admin', 'setLimits', { payload: { requestsPerMinute: 0, pointsPerHour } });
      const closed = await usedBy('501');
      expect(closed).toBeGreaterThan(0);
      expect(await usedBy(MISSING)).toBe(closed);
    }
    await invoke('admin', 'admin', 'setLimits', { payload: { requestsPerMinute: 0, pointsPerHour: 0 } });
  });

  it('is no excuse for a query that is refused for something else', async () => {
    await local('PUT', 'faults', [{ match: '/wiki/rest/api/search', status: 400, body: '{"statusCode":400}' }]);
    expect((await search('zebra', { under: '601' })).status).toBe(502);
  });

  it('does not end a search without a word when Confluence refuses a cursor', async () => {
    await local('PUT', 'faults', [{ match: '/rest/api/search.*[?&]cursor=/', status: 400, body: '{}' }]);
    const statuses: number[] = [];
    let cursor = nextCursorIn(await search('okapi', { under: '601', limit: 25 }));
    while (cursor !== undefined) {
      const next = await search('okapi', { under: '601', limit: 25, cursor });
      statuses.push(next.status);
      cursor = next.status === 200 ? nextCursorIn(next) : undefined;
    }
    expect(statuses.at(-1)).toBe(502);
  });

  it('ends a search quietly when it is gone by the time of the next page', async () => {
    let cursor = nextCursorIn(await search('okapi', { under: '601', limit: 25 }));
    await refuseMissing('601');
    const next = await search('okapi', { under: '601', limit: 25, cursor });
    cursor = nextCursorIn(next);
    expect([next.status, titlesIn(next), cursor]).toEqual([200, [], undefined]);
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
