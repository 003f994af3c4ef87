import { beforeEach, describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { foundPages, notesIn, titlesIn } from '../support/found-pages';
import { useRunningSite, type ApiAnswer } from '../support/running-site';

const page = (id: string, title: string, members: Readonly<Record<string, unknown>> = {}) => ({
  id,
  space: 'ENG',
  title,
  storage: `<h1>About ${title}</h1><p>The zebra deployment of ${title} is described here.</p>`,
  ...members,
});

const content = contentFile([
  page('1001', 'Plain'),
  page('1002', 'Labelled', { labels: ['secret', 'api'] }),
  page('1003', 'Treetop'),
  page('1004', 'Branch', { parent: '1003' }),
  page('1005', 'Leaf', { parent: '1004' }),
  page('1006', 'News', { type: 'blogpost' }),
  page('2001', 'Guide', { space: 'DOCS', labels: ['secret'] }),
]);

const NONE = { labels: [], trees: [], blogPosts: false };

type Case = {
  readonly by: string;
  readonly exclusions: Readonly<Record<string, unknown>>;
  /** Ids and titles of what is hidden when ENG alone excludes it. */
  readonly ofEng: Readonly<Record<string, string>>;
  /** What is hidden besides when the site excludes it. */
  readonly elsewhere: Readonly<Record<string, string>>;
};

const LABELLED = { '1002': 'Labelled' };
const BRANCH = { '1004': 'Branch', '1005': 'Leaf' };
const POSTS = { '1006': 'News' };
const GUIDE = { '2001': 'Guide' };

const CASES: readonly Case[] = [
  { by: 'a label', exclusions: { ...NONE, labels: ['secret'] }, ofEng: LABELLED, elsewhere: GUIDE },
  {
    by: 'a page tree',
    exclusions: { ...NONE, trees: ['1003'] },
    ofEng: { '1003': 'Treetop', ...BRANCH },
    elsewhere: {},
  },
  { by: 'blog posts', exclusions: { ...NONE, blogPosts: true }, ofEng: POSTS, elsewhere: {} },
  {
    by: 'all of them',
    exclusions: { labels: ['secret'], trees: ['1004'], blogPosts: true },
    ofEng: { ...LABELLED, ...BRANCH, ...POSTS },
    elsewhere: GUIDE,
  },
];

const ALL = ['Branch', 'Guide', 'Labelled', 'Leaf', 'News', 'Plain', 'Treetop'];

describe.each([0, 60_000])('what is excluded, with an index %d ms behind,', (indexLagMs) => {
  const { search, send, local, invoke } = useRunningSite({ contentPaths: [content], open: 'all', indexLagMs });
  const setSpace = (payload: unknown) =>
    invoke('admin', 'space-settings', 'setSpaceExclusions', { space: 'ENG', payload });
  const setSite = (exclusions: unknown) => invoke('admin', 'admin', 'setPolicy', { payload: { exclusions } });
  const zebras = (): Promise<ApiAnswer> => search('zebra deployment', { limit: 25, outline: true });
  const read = (pageId: string): Promise<ApiAnswer> => send({ operation: 'read', pageId });

  /** At the very next request: silent in search, outline and read; everything else is still there. */
  const expectHidden = async (hidden: Readonly<Record<string, string>>): Promise<void> => {
    const answer = await zebras();
    const titles = Object.values(hidden);
    expect([...titlesIn(answer)].sort()).toEqual(ALL.filter((title) => !titles.includes(title)));
    for (const [id, title] of Object.entries(hidden)) {
      expect(answer.text).not.toContain(title);
      expect((await read(id)).body).toMatchObject({ status: 404, code: 'page_not_available' });
    }
  };

  beforeEach(async () => {
    // Storage takes only so many changes a minute.
    await local('PUT', 'clock', { advanceMs: 60_000 });
    await setSpace(NONE);
    await setSite(NONE);
  });

  it('is not hidden before', async () => {
    await expectHidden({});
  });

  it.each(CASES)('of one space by $by, is hidden from the next request on', async ({ exclusions, ofEng }) => {
    await setSpace(exclusions);
    await expectHidden(ofEng);
    await setSpace(NONE);
    await expectHidden({});
  });

  it.each(CASES)('of the site by $by, is hidden from the next request on', async ({ exclusions, ofEng, elsewhere }) => {
    await setSite(exclusions);
    await expectHidden({ ...ofEng, ...elsewhere });
  });

  it('by site and space together is what either excludes', async () => {
    await setSite({ ...NONE, blogPosts: true });
    await setSpace({ ...NONE, labels: ['secret'] });
    await expectHidden({ '1002': 'Labelled', '1006': 'News' });
  });

  it('is told as little of as what does not exist', async () => {
    const missing = (await read('999')).text.replace(/"requestId":"[^"]*"/, '');
    await setSpace({ ...NONE, trees: ['1003'] });
    expect((await read('1005')).text.replace(/"requestId":"[^"]*"/, '')).toBe(missing);
  });

  it('leaves no trace in the list of spaces', async () => {
    const list = async (): Promise<string> =>
      (await send({ operation: 'spaces' })).text.replace(/"requestId":"[^"]*"/, '');
    const before = await list();
    await setSpace({ labels: ['secret'], trees: ['1003'], blogPosts: true });
    await setSite({ ...NONE, labels: ['api'] });
    expect(await list()).toBe(before);
  });

  it('is hidden as soon as the page gets the label or moves below the page, whatever the index says', async () => {
    await setSpace({ ...NONE, labels: ['secret'], trees: ['1003'] });
    await local('PATCH', 'site', { pages: { '1010': page('1010', 'Fresh'), '1011': page('1011', 'Mover') } });
    await local('PUT', 'clock', { advanceMs: 60_000 });
    expect(titlesIn(await zebras())).toEqual(expect.arrayContaining(['Fresh', 'Mover']));
    await local('PATCH', 'site', { pages: { '1010': { labels: ['Secret'] }, '1011': { parent: '1004' } } });
    const answer = await zebras();
    expect(answer.text).not.toMatch(/Fresh|Mover/);
    expect([(await read('1010')).status, (await read('1011')).status]).toEqual([404, 404]);
    await local('PATCH', 'site', { pages: { '1010': null, '1011': null } });
    await local('PUT', 'clock', { advanceMs: 60_000 });
  });

  it('does not come back when the space is closed and opened again', async () => {
    await setSpace({ ...NONE, labels: ['secret'] });
    for (const enabled of [false, true]) {
      await invoke('admin', 'space-settings', 'setSpaceAccess', { space: 'ENG', payload: { enabled } });
    }
    await expectHidden({ '1002': 'Labelled' });
  });
});

describe('a page moved out from under the page asked for', () => {
  const { search, local } = useRunningSite({ contentPaths: [content], open: 'all', indexLagMs: 60_000 });

  it('is not found below it, whatever the index says', async () => {
    const below = () => search('zebra', { under: '1003' });
    expect([...titlesIn(await below())].sort()).toEqual(['Branch', 'Leaf']);
    await local('PATCH', 'site', { pages: { '1005': { parent: '1001' } } });
    expect(titlesIn(await below())).toEqual(['Branch']);
  });
});

/** What a caller could compare, without what differs between any two requests. */
const comparable = ({ status, text }: ApiAnswer): string =>
  `${status} ${text.replace(/"requestId":"[^"]*"/, '').replace(/"nextCursor":"[^"]*"/, '"nextCursor":""')}`;

describe('a site with excluded content', () => {
  const herd = (from: number, count: number, labels: readonly string[]) =>
    Array.from({ length: count }, (_, index) => ({
      id: String(from + index),
      space: 'ENG',
      title: `Herd ${from + index}`,
      storage: `<p>zebra number ${from + index}</p>`,
      labels,
    }));
  const byId = (pages: ReturnType<typeof herd>) => Object.fromEntries(pages.map(({ id, ...members }) => [id, members]));
  const seed = contentFile(herd(5000, 40, []));
  const { search, local, invoke } = useRunningSite({ contentPaths: [seed], open: 'all' });

  const requests = [
    { query: 'zebra', limit: 10 },
    { query: 'zebra', limit: 25 },
    { query: 'zebra number', limit: 5 },
    { query: 'zebra 5003', limit: 25 },
    { query: '"zebra number"', limit: 25 },
    { query: 'okapi', limit: 10 },
    { query: 'zebra okapi', limit: 10, spaces: ['ENG'] },
    { query: 'quagga', limit: 10 },
    { query: 'quagga', limit: 25 },
  ];

  /** Every page of every search, so that counts behind the first page show too. */
  const askAll = async (): Promise<readonly string[]> => {
    const replies: string[] = [];
    for (const { query, ...members } of requests) {
      let cursor: string | undefined;
      do {
        const answer = await search(query, { ...members, ...(cursor === undefined ? {} : { cursor }) });
        replies.push(comparable(answer));
        cursor = /"nextCursor":"([^"]+)"/.exec(answer.text)?.[1];
      } while (cursor !== undefined);
    }
    return replies;
  };

  it('answers as one without it, member by member, page by page', async () => {
    await invoke('admin', 'space-settings', 'setSpaceExclusions', {
      space: 'ENG',
      payload: { labels: ['secret'], trees: [], blogPosts: false },
    });
    const before = await askAll();
    expect(before.length).toBeGreaterThan(requests.length);
    // Old ids: the stand-in lists what is as good by age, so the excluded pages stand among the others.
    await local('PATCH', 'site', {
      pages: byId([...herd(4990, 10, ['secret']), ...herd(6000, 10, ['secret'])]),
    });
    await local('PATCH', 'site', {
      pages: { '6100': { space: 'ENG', title: 'Okapi', storage: '<p>okapi</p>', labels: ['secret'] } },
    });
    // More than the search ever looks at, so that it gives up.
    await local('PATCH', 'site', {
      pages: byId(herd(8000, 90, ['secret']).map((page) => ({ ...page, storage: '<p>quagga</p>' }))),
    });
    expect(await askAll()).toEqual(before);
    await invoke('admin', 'space-settings', 'setSpaceExclusions', {
      space: 'ENG',
      payload: { labels: [], trees: [], blogPosts: false },
    });
    expect(await askAll()).not.toEqual(before);
  });

  it('fills a page of results that held-back content would have left short', async () => {
    await invoke('admin', 'admin', 'setPolicy', {
      payload: { exclusions: { labels: ['secret'], trees: [], blogPosts: false } },
    });
    await local('PATCH', 'site', { pages: byId(herd(7000, 40, ['secret'])) });
    const answer = await search('zebra', { limit: 25 });
    expect(titlesIn(answer)).toHaveLength(25);
    expect(foundPages(answer).coverage).toMatchObject({ confluenceCalls: 1 });
  });
});

describe('a cursor', () => {
  const { search, send, invoke } = useRunningSite({ contentPaths: [content], open: 'all' });
  const setSpace = (space: string, enabled: boolean) =>
    invoke('admin', 'space-settings', 'setSpaceAccess', { space, payload: { enabled } });
  const cursorOf = (answer: ApiAnswer): string => /"nextCursor":"([^"]+)"/.exec(answer.text)?.[1] ?? '';

  it('of a search ends when a space that it was made for is closed', async () => {
    const cursor = cursorOf(await search('zebra', { limit: 1 }));
    expect(titlesIn(await search('zebra', { limit: 1, cursor }))).toHaveLength(1);
    await setSpace('DOCS', false);
    expect(await search('zebra', { limit: 1, cursor })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request' },
    });
    await setSpace('DOCS', true);
  });

  it('of a search shows nothing that is excluded by now', async () => {
    const cursor = cursorOf(await search('zebra', { limit: 1 }));
    const exclusions = { labels: ['secret'], trees: ['1001', '1003'], blogPosts: true };
    await invoke('admin', 'admin', 'setPolicy', { payload: { exclusions } });
    expect(titlesIn(await search('zebra', { limit: 25, cursor }))).toEqual([]);
    await invoke('admin', 'admin', 'setPolicy', { payload: { exclusions: NONE } });
  });

  it('of a list of spaces shows no space that is closed by now', async () => {
    const first = await send({ operation: 'spaces', limit: 1 });
    const closed = first.text.includes('"DOCS"') ? 'ENG' : 'DOCS';
    await setSpace(closed, false);
    const next = await send({ operation: 'spaces', limit: 1, cursor: cursorOf(first) });
    expect(next.body).toMatchObject({ spaces: [] });
  });
});

describe('the caps of a site', () => {
  const { search, send, local, invoke } = useRunningSite({ contentPaths: [content], open: 'all' });
  const setCaps = (caps: unknown) => invoke('admin', 'admin', 'setPolicy', { payload: { caps } });

  it('are the most that a request gets, and are told', async () => {
    const caps = { maxResults: 2, maxChars: 500 };
    await setCaps(caps);
    const answer = await search('zebra', { limit: 25, maxChars: 50_000 });
    expect(titlesIn(answer)).toHaveLength(2);
    expect(answer.body).toHaveProperty('nextCursor');
    expect((await send({ operation: 'status' })).body).toMatchObject({ limits: caps });
    expect(titlesIn(await search('zebra', { limit: 1 }))).toHaveLength(1);
    expect(notesIn(answer)).not.toContain('partial');
  });

  it('cut a page that is read into pieces', async () => {
    await local('PATCH', 'site', { pages: { '1001': { storage: '<p>A zebra.</p>'.repeat(200) } } });
    const read = () => send({ operation: 'read', pageId: '1001', maxChars: 200_000 });
    await setCaps({ maxResults: 25, maxChars: 50_000 });
    expect((await read()).body).toMatchObject({ truncated: false });
    await setCaps({ maxResults: 25, maxChars: 500 });
    const { body, text } = await read();
    expect(body).toMatchObject({ truncated: true, nextCursor: expect.any(String) });
    expect(text.length).toBeLessThan(2_000);
  });
});
