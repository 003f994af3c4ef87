import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { contentFile } from '../support/content-file';
import { foundPages } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';

const page = (id: string, members: Readonly<Record<string, unknown>>) => ({
  id,
  space: 'ENG',
  title: `Page ${id}`,
  storage: '<p>zebra crossing</p>',
  ...members,
});
const content = contentFile([
  page('1001', { title: 'Deploying', storage: '<h1>Deploy</h1><p>The zebra service is deployed by bodyword.</p>' }),
  page('1002', { labels: ['secret'] }),
  page('1003', { title: 'Tree' }),
  page('1004', { parent: '1003' }),
  page('1005', { type: 'blogpost' }),
  page('1006', { restrictedTo: ['maya'] }),
  page('1007', { title: 'For apps hiddenword', restrictedTo: ['atlassian-addons'] }),
  page('1008', { storage: '<p>nothing of it</p>' }),
  page('2001', { space: 'DOCS', title: 'Guide' }),
  ...Array.from({ length: 14 }, (_, index) => page(`30${10 + index}`, { space: 'MANY', storage: '<p>lion</p>' })),
  // Those with the label come first.
  ...Array.from({ length: 40 }, (_, index) =>
    page(`40${10 + index}`, {
      space: 'HUGE',
      ...(index < 25
        ? { storage: '<p>tiger tiger tiger</p>', labels: ['secret'] }
        : { storage: `<p>tiger ${'and so on '.repeat(20)}</p>` }),
    }),
  ),
]);

const SPACES = ['ENG', 'DOCS', 'MANY', 'HUGE'];
const { site, local, invoke, search } = useRunningSite({ contentPaths: [content], open: SPACES });

const EXCLUSIONS = { labels: ['secret'], trees: ['1003'], blogPosts: true };
const admin = (name: string, payload?: unknown): Promise<unknown> => invoke('admin', 'admin', name, { payload });

const previewed = v.object({
  results: v.array(
    v.object({
      page: v.object({ id: v.string(), title: v.string() }),
      matched: v.string(),
      excerpts: v.array(v.object({ markdown: v.string(), headingPath: v.array(v.string()), url: v.string() })),
    }),
  ),
  hiddenCount: v.number(),
  leftOut: v.array(
    v.strictObject({
      id: v.string(),
      title: v.string(),
      url: v.string(),
      reason: v.string(),
      label: v.optional(v.string()),
    }),
  ),
  notes: v.array(v.object({ code: v.string() })),
  confluencePoints: v.number(),
});

const ask = (query: string, { space = 'ENG', as = 'maya' } = {}): Promise<unknown> =>
  invoke(as, 'space-settings', 'previewSearch', { space, payload: { query } });
const preview = async (query: string, space = 'ENG', as = 'maya') =>
  v.parse(previewed, await ask(query, { space, as }));
const reasons = ({ leftOut }: v.InferOutput<typeof previewed>): readonly string[] =>
  leftOut.map(({ id, reason }) => `${id} ${reason}`).sort();
const confluenceCalls = (): readonly string[] =>
  site()
    .platform.calls()
    .filter(({ to }) => to === 'confluence')
    .map(({ as, path }) => `${as} ${path}`);
const searches = (as: string): readonly string[] =>
  confluenceCalls().filter((path) => path.startsWith(`${as} /wiki/rest/api/search`));

beforeEach(async () => {
  await local('PATCH', 'site', {
    spaces: Object.fromEntries(SPACES.map((key) => [key, { admins: ['maya'], status: 'current', blocked: false }])),
  });
  for (const space of SPACES) {
    await invoke('maya', 'space-settings', 'setSpaceAccess', { space, payload: { enabled: true } });
  }
  await invoke('maya', 'space-settings', 'setSpaceExclusions', { space: 'ENG', payload: EXCLUSIONS });
});

afterEach(async () => {
  await local('PUT', 'faults', []);
  await admin('setPaused', { paused: false });
  await admin('setLimits', { requestsPerMinute: 0, pointsPerHour: 0 });
  await admin('setPolicy', {
    exclusions: { labels: [], trees: [], blogPosts: false },
    caps: { maxResults: 25, maxChars: 50_000 },
  });
});

describe('previewSearch', () => {
  it('shows the very excerpts that Promptless gets of this space, and of no other', async () => {
    const raw = v.object({ results: v.array(v.looseObject({ page: v.looseObject({ id: v.string() }) })) });
    const shown = v.parse(raw, await ask('zebra')).results;
    expect(shown.map(({ page: { id } }) => id)).toEqual(['1001']);
    expect(JSON.stringify(shown)).toContain('bodyword');
    const given = v.parse(raw, (await search('zebra', { spaces: ['ENG'], limit: 10 })).body).results;
    expect(shown).toEqual(given.filter(({ page: { id } }) => id === '1001'));
  });

  it('says what is left out and why, of what the caller finds', async () => {
    const shown = await preview('zebra');
    expect(reasons(shown)).toEqual([
      '1002 label',
      '1003 tree',
      '1004 tree',
      '1005 blog-post',
      '1006 not-visible-to-app',
    ]);
    expect(shown.leftOut.find(({ id }) => id === '1002')).toEqual({
      id: '1002',
      title: 'Page 1002',
      url: expect.stringMatching(/\/wiki\/spaces\/ENG\/pages\/1002/),
      reason: 'label',
      label: 'secret',
    });
  });

  it('names what the site excludes as well', async () => {
    await invoke('maya', 'space-settings', 'setSpaceExclusions', {
      space: 'ENG',
      payload: { labels: [], trees: [], blogPosts: false },
    });
    await admin('setPolicy', { exclusions: { labels: ['secret'], trees: [], blogPosts: true } });
    expect(reasons(await preview('zebra'))).toEqual(['1002 label', '1005 blog-post', '1006 not-visible-to-app']);
  });

  it('only counts what Promptless gets and the caller may not view', async () => {
    const answer = await ask('zebra');
    expect(v.parse(previewed, answer).hiddenCount).toBe(1);
    expect(JSON.stringify(answer)).not.toMatch(/1007|hiddenword/);
    const reply = foundPages(await search('zebra', { spaces: ['ENG'] }));
    expect(reply.results.map(({ page: { id } }) => id)).toContain('1007');
  });

  it('shows nothing of a page that the caller may no longer view', async () => {
    await local('PATCH', 'site', { pages: { '1001': { restrictedTo: ['atlassian-addons'] } } });
    const answer = await ask('zebra');
    await local('PATCH', 'site', { pages: { '1001': { restrictedTo: [] } } });
    expect(answer).toMatchObject({ results: [], hiddenCount: 2 });
    expect(JSON.stringify(answer)).not.toMatch(/bodyword|Deploying/);
  });

  it('says of pages below the first ten that they are not among the first', async () => {
    const shown = await preview('lion', 'MANY');
    expect(shown.results).toHaveLength(10);
    expect(shown.leftOut).toHaveLength(4);
    expect(new Set(shown.leftOut.map(({ reason }) => reason))).toEqual(new Set(['not-among-first']));
  });

  it('does not say that the app may not see what it has not been given yet', async () => {
    await local('PATCH', 'site', {
      pages: { '4010': { restrictedTo: ['maya'] } },
    });
    const shown = await preview('tiger', 'HUGE');
    await local('PATCH', 'site', { pages: { '4010': { restrictedTo: [] } } });
    expect(shown.leftOut.map(({ id, reason }) => `${id} ${reason}`)).toContain('4010 not-among-first');
  });

  it('shows pages that the caller may view though they are not among the first that the caller finds', async () => {
    await invoke('maya', 'space-settings', 'setSpaceExclusions', {
      space: 'HUGE',
      payload: { labels: ['secret'], trees: [], blogPosts: false },
    });
    site().platform.clearCalls();
    const shown = await preview('tiger', 'HUGE');
    expect(searches('user')).toHaveLength(2);
    expect(shown.results).toHaveLength(10);
    expect(shown.hiddenCount).toBe(0);
    expect(new Set(reasons(shown).map((reason) => reason.slice(5)))).toEqual(new Set(['label']));
    expect(shown.leftOut).toHaveLength(25);
    await invoke('maya', 'space-settings', 'setSpaceExclusions', {
      space: 'HUGE',
      payload: { labels: [], trees: [], blogPosts: false },
    });
  });

  it('asks as the app once, then as the caller without bodies, and tells the points of all', async () => {
    site().platform.clearCalls();
    const shown = await preview('zebra');
    const calls = site()
      .platform.calls()
      .filter(({ path }) => path.startsWith('/wiki/rest/api/search'));
    expect([searches('app').length, searches('user').length]).toEqual([1, 2]);
    expect(searches('app').every((path) => path.includes('space+in+%28%22ENG%22%29'))).toBe(true);
    expect(searches('user').join(' ')).not.toContain('body');
    // The app's own is told as Promptless is told: without what was held back.
    expect(shown.confluencePoints).toBeLessThanOrEqual(calls.reduce((sum, { points }) => sum + points, 0));
    site().platform.clearCalls();
    await preview('1008zzz');
    expect(confluenceCalls().length).toBeLessThanOrEqual(1 + 3 + 2);
  });

  it('never makes more than five calls, whatever is held back', async () => {
    await admin('setPolicy', { exclusions: { labels: [], trees: [], blogPosts: true } });
    const pages = Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [
        String(5000 + index),
        { space: 'DOCS', title: `News ${index}`, type: 'blogpost', storage: '<p>hippo</p>' },
      ]),
    );
    await local('PATCH', 'site', { pages });
    site().platform.clearCalls();
    const shown = await preview('hippo', 'DOCS');
    // The first is that of the rights.
    expect(confluenceCalls().length - 1).toBeLessThanOrEqual(5);
    expect(searches('app')).toHaveLength(3);
    expect(shown.results).toEqual([]);
    expect(shown.leftOut).toHaveLength(25);
    await local('PATCH', 'site', { pages: Object.fromEntries(Object.keys(pages).map((id) => [id, null])) });
  });

  it('takes the caps of the site for its own', async () => {
    await admin('setPolicy', { caps: { maxResults: 2, maxChars: 500 } });
    const shown = await preview('lion', 'MANY');
    expect(shown.results).toHaveLength(2);
    expect(shown.leftOut).toHaveLength(12);
  });

  it('gives the notes of a search', async () => {
    expect((await preview('giraffe')).notes.map(({ code }) => code)).toContain('nothing_matched');
    await local('PATCH', 'site', { spaces: { DOCS: { blocked: true } } });
    expect((await preview('zebra', 'DOCS')).notes.map(({ code }) => code)).toContain('space_blocked_by_policy');
  });

  it('finds by a phrase what the caller finds by it', async () => {
    const shown = await preview('"zebra service"');
    expect(shown.results.map(({ page: { id } }) => id)).toEqual(['1001']);
    expect(shown.leftOut).toEqual([]);
  });

  it('is refused where nothing is searched', async () => {
    await admin('setPaused', { paused: true });
    expect(await ask('zebra')).toEqual({ refused: 'paused' });
    await admin('setPaused', { paused: false });
    expect(await ask('?!')).toEqual({ refused: 'no-word' });
    await invoke('maya', 'space-settings', 'setSpaceAccess', { space: 'ENG', payload: { enabled: false } });
    site().platform.clearCalls();
    expect(await ask('zebra')).toEqual({ refused: 'space-closed' });
    expect(searches('app')).toEqual([]);
    await local('PATCH', 'site', { spaces: { ENG: { status: 'archived' } } });
    expect(await ask('zebra')).toEqual({ refused: 'space-archived' });
  });

  it('counts against the limits, and is held by them', async () => {
    await admin('setLimits', { requestsPerMinute: 2 });
    const refusals = await Promise.all(Array.from({ length: 5 }, () => ask('zebra')));
    expect(refusals.filter((answer) => v.is(previewed, answer)).length).toBeLessThanOrEqual(2);
    expect(refusals).toContainEqual({ refused: 'rate-limited' });
    await admin('setLimits', { requestsPerMinute: 0, pointsPerHour: 30 });
    await local('PUT', 'clock', { advanceMs: 3_600_000 });
    site().platform.clearCalls();
    // Enough for the app's search, not for the caller's on top: nothing is shown that was not checked.
    expect(await ask('lion', { space: 'MANY' })).toEqual({ refused: 'rate-limited' });
    expect(searches('user')).toEqual([]);
  });

  it('gives back the points that it put by and did not spend', async () => {
    await admin('setLimits', { pointsPerHour: 200 });
    await local('PUT', 'clock', { advanceMs: 3_600_000 });
    // Each puts by some 30, and spends some 14.
    for (let count = 0; count < 10; count += 1) expect(await ask('zebra')).not.toHaveProperty('refused');
  });

  it('shows nothing when the caller cannot be asked', async () => {
    await local('PUT', 'faults', [{ match: '/search.*metadata.labels%2Ccontent.ancestors(&|$)/', status: 500 }]);
    expect(await ask('zebra')).toEqual({ refused: 'confluence-unavailable' });
  });

  it.each([
    ['noah', 'not-space-admin'],
    ['unidentified', 'space-not-available'],
  ])('is refused to %s, without a search as the app', async (as, refused) => {
    site().platform.clearCalls();
    expect(await ask('zebra', { as })).toEqual({ refused });
    expect(confluenceCalls().filter((path) => path.startsWith('app '))).toEqual([]);
  });

  it.each([undefined, {}, { query: '' }, { query: 'x'.repeat(1001) }, { query: 'x', space: 'DOCS' }])(
    'refuses %j',
    async (payload) => {
      expect(await invoke('maya', 'space-settings', 'previewSearch', { space: 'ENG', payload })).toEqual({
        refused: 'invalid-payload',
      });
    },
  );

  it('leaves nothing of query and content in storage, audit and log', async () => {
    await ask('zebra verysecretword');
    await local('PUT', 'clock', { advanceMs: 10_000 });
    const left = JSON.stringify([await local('GET', 'storage'), await admin('getAuditCsv'), site().platform.logs()]);
    expect(left).not.toMatch(/verysecretword|bodyword|hiddenword|Deploying/);
  });
});
