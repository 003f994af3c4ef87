import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { signRequest } from '../../dev/sign-request';
import { contentFile } from '../support/content-file';
import { useRunningSite, type ApiAnswer } from '../support/running-site';

const reading = v.object({
  page: v.object({ id: v.string(), type: v.string(), title: v.string(), space: v.object({ key: v.string() }) }),
  markdown: v.string(),
  outline: v.array(v.object({ level: v.number(), text: v.string() })),
  truncated: v.boolean(),
  nextCursor: v.optional(v.string()),
  coverage: v.strictObject({ confluenceCalls: v.number(), points: v.number() }),
  notes: v.array(v.object({ code: v.string(), message: v.string() })),
});

const readingIn = ({ status, text, body }: ApiAnswer): v.InferOutput<typeof reading> => {
  if (status !== 200) throw new Error(`HTTP ${status}: ${text}`);
  return v.parse(reading, body);
};
const withoutId = ({ text }: ApiAnswer): string => text.replace(/"requestId":"[^"]*"/, '');

const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<p>Paragraph ${index} of the zebra manual.</p>`).join('');
const page = (id: string, space: string, storage: string, members: Readonly<Record<string, unknown>> = {}) => ({
  id,
  space,
  title: `Page ${id}`,
  storage,
  ...members,
});

const longHeading = 'Heading '.repeat(40).trim();
const content = contentFile([
  page('1001', 'ENG', '<h2>Errors</h2><p>Intro.</p><h3>Body</h3><p>The okapi field.</p><h2>Limits</h2><p>None.</p>', {
    labels: ['api'],
  }),
  page('1002', 'ENG', paragraphs(100)),
  page('1003', 'ENG', '<p>News of the zebra.</p>', { type: 'blogpost' }),
  page('1004', 'ENG', ''),
  page('1005', 'ENG', '<p>Begun <strong>but not'),
  page(
    '1006',
    'ENG',
    Array.from({ length: 5000 }, (_, index) => `<h2>Heading ${index} ${'x'.repeat(500)}</h2>`).join(''),
  ),
  page('1007', 'ENG', `<h2>${longHeading}</h2><p>The quagga field.</p>`),
  page(
    '1008',
    'ENG',
    `${paragraphs(20)}<h2>Parts</h2><h3>Gears</h3><p>The quokka gear.</p><h3>Wheels</h3>${paragraphs(20)}`,
  ),
  page('1011', 'ENG', '<p>SEALED-restricted</p>', { restrictedTo: ['maya'] }),
  page('1012', 'ENG', '<p>SEALED-archived</p>', { status: 'archived' }),
  page('1013', 'ENG', '<p>SEALED-draft</p>', { status: 'draft' }),
  page('1014', 'ENG', '<p>SEALED-trashed</p>', { status: 'trashed' }),
  page('3001', 'HR', `<p>SEALED-closed</p>${paragraphs(100)}`),
  page('5001', 'OLD', '<p>SEALED-old</p>'),
  page('6001', 'GONE', '<p>SEALED-gone</p>'),
  page('7001', 'BLOCKED', '<p>SEALED-blocked</p>'),
  ...['restricted', 'moved', 'archived', 'deleted', 'opted out'].map((title, index) =>
    page(`800${index}`, index === 4 ? 'OPS' : 'ENG', `<p>zebra ${title}</p>`),
  ),
]);
const options = { contentPaths: [content], open: ['ENG', 'OPS', 'OLD', 'GONE', 'BLOCKED'] };

describe('read', () => {
  const { site, post, send, search, local, invoke } = useRunningSite(options);
  const read = (pageId: string, members: Readonly<Record<string, unknown>> = {}): Promise<ApiAnswer> =>
    send({ operation: 'read', pageId, ...members });
  const confluenceCalls = async (): Promise<readonly unknown[]> => {
    const calls = v.parse(v.array(v.object({ to: v.string() })), await local('GET', 'calls'));
    return calls.filter(({ to }) => to === 'confluence');
  };

  afterEach(async () => {
    await local('PUT', 'faults', []);
  });

  it('gives a page whole, described as in a search', async () => {
    const answer = readingIn(await read('1001'));
    expect(answer).toEqual({
      page: { id: '1001', type: 'page', title: 'Page 1001', space: { key: 'ENG' } },
      markdown: '## Errors\n\nIntro.\n\n### Body\n\nThe okapi field.\n\n## Limits\n\nNone.',
      outline: [
        { level: 2, text: 'Errors' },
        { level: 3, text: 'Body' },
        { level: 2, text: 'Limits' },
      ],
      truncated: false,
      coverage: { confluenceCalls: 1, points: 2 },
      notes: [],
    });
    const found = await search('okapi');
    expect((await read('1001')).body).toMatchObject({
      operation: 'read',
      page: v.parse(v.object({ results: v.tuple([v.object({ page: v.looseObject({}) })]) }), found.body).results[0]
        .page,
    });
  });

  it.each([
    ['quokka', '1008', '### Gears\n\nThe quokka gear.', ['Parts', 'Gears']],
    ['quagga', '1007', `## ${longHeading}\n\nThe quagga field.`, [expect.stringMatching(/…$/)]],
  ])('gives the section of an excerpt about %s by its heading path', async (query, pageId, markdown, headings) => {
    const excerpt = v.looseObject({ headingPath: v.array(v.string()) });
    const found = v.object({ results: v.tuple([v.looseObject({ excerpts: v.tuple([excerpt]) })]) });
    const answer = await search(query, { maxChars: 500, maxCharsPerPage: 200, excerptsPerPage: 1 });
    const { headingPath: section } = v.parse(found, answer.body).results[0].excerpts[0];
    expect(section).toEqual(headings);
    expect(readingIn(await read(pageId, { section })).markdown).toBe(markdown);
  });

  it('gives a section with its subsections, and the outline of the whole page', async () => {
    const answer = readingIn(await read('1001', { section: ['Errors'] }));
    expect(answer.markdown).toBe('## Errors\n\nIntro.\n\n### Body\n\nThe okapi field.');
    expect(answer.outline).toHaveLength(3);
    expect(readingIn(await read('1001', { section: [] })).markdown).toContain('## Limits');
  });

  it('gives a long page in pieces that together are the whole', async () => {
    const whole = readingIn(await read('1002', { maxChars: 200_000 }));
    expect(whole.truncated).toBe(false);
    const pieces: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = readingIn(await read('1002', { maxChars: 500, ...(cursor === undefined ? {} : { cursor }) }));
      expect(answer.truncated).toBe(answer.nextCursor !== undefined);
      expect(answer.markdown.length).toBeLessThanOrEqual(500);
      pieces.push(answer.markdown);
      cursor = answer.nextCursor;
    } while (cursor !== undefined);
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.join('\n\n')).toBe(whole.markdown);
  });

  it('gives a blog post', async () => {
    expect(readingIn(await read('1003'))).toMatchObject({ page: { type: 'blogpost' }, markdown: 'News of the zebra.' });
  });

  it('says that a page has no text, or that its markup is broken', async () => {
    expect(readingIn(await read('1004'))).toMatchObject({ markdown: '', notes: [{ code: 'page_without_text' }] });
    expect(readingIn(await read('1005'))).toMatchObject({ notes: [{ code: 'partial' }] });
  });

  it('keeps the outline within bounds, and says so', async () => {
    const answer = await read('1006', { maxChars: 500 });
    expect(readingIn(answer)).toMatchObject({ notes: [{ code: 'excerpts_cut' }] });
    expect(readingIn(answer).outline).toHaveLength(1000);
    expect(answer.text.length).toBeLessThan(400_000);
  });

  it('answers alike for every page that may not be read, after one Confluence call', async () => {
    await local('PATCH', 'site', {
      spaces: { OLD: { status: 'archived' }, BLOCKED: { blocked: true }, GONE: null },
    });
    const known = ['1011', '1012', '1013', '1014', '3001', '5001', '6001', '7001'];
    const answers: string[] = [];
    for (const pageId of [...known, '999', '99999999999999999999', 'x', '01001']) {
      for (const members of [{}, { section: ['No such section'] }]) {
        await local('DELETE', 'calls');
        const answer = await read(pageId, members);
        expect(answer.status).toBe(404);
        expect(await confluenceCalls()).toHaveLength(1);
        expect(answer.text).not.toContain('SEALED-');
        answers.push(withoutId(answer));
      }
    }
    expect([...new Set(answers)]).toEqual([expect.stringContaining('"code":"page_not_available"')]);
  });

  it.each([
    ['an id that Confluence refuses', { status: 400, body: '{"message":"Could not parse cql"}' }],
    [
      'a hit that cannot be read',
      { status: 200, body: '{"results":[{}],"_links":{"base":"https://example.atlassian.net/wiki"}}' },
    ],
  ])('does not tell %s from a page that does not exist', async (_, fault) => {
    const missing = await read('999');
    await local('PUT', 'faults', [{ match: '/wiki/rest/api/search', ...fault }]);
    const answer = await read('1001');
    expect([answer.status, withoutId(answer)]).toEqual([404, withoutId(missing)]);
  });

  it('refuses a section that an open page does not have', async () => {
    const answer = await read('1001', { section: ['Errors', 'Limits'] });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request', errors: [{ pointer: '/section' }] } });
  });

  it('refuses a cursor of another page, section, size, operation or hour', async () => {
    const { nextCursor: cursor } = readingIn(await read('1002', { maxChars: 500 }));
    expect(readingIn(await read('1002', { maxChars: 500, cursor })).markdown).not.toContain('Paragraph 0 ');
    for (const [pageId, members] of [
      ['1001', { maxChars: 500 }],
      ['1002', { maxChars: 501 }],
      ['1002', { maxChars: 500, section: ['Errors'] }],
      ['3001', { maxChars: 500 }],
    ] as const) {
      expect(await read(pageId, { ...members, cursor })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/cursor' }] },
      });
    }
    expect((await search('zebra', { cursor })).status).toBe(400);
    await local('PUT', 'clock', { advanceMs: 3_600_000 });
    expect((await read('1002', { maxChars: 500, cursor })).status).toBe(400);
  });

  it('asks to start again when the page has changed between two pieces', async () => {
    await local('PATCH', 'site', { pages: { '1009': page('1009', 'ENG', paragraphs(50)) } });
    const { nextCursor: cursor } = readingIn(await read('1009', { maxChars: 500 }));
    await local('PATCH', 'site', { pages: { '1009': { storage: paragraphs(60) } } });
    expect(await read('1009', { maxChars: 500, cursor })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/cursor', detail: expect.stringContaining('start again') }] },
    });
    await local('PATCH', 'site', { pages: { '1009': { restrictedTo: ['maya'] } } });
    expect((await read('1009', { maxChars: 500, cursor })).status).toBe(404);
  });

  it('counts against the limit, is claimed once, and stops while paused', async () => {
    const body = JSON.stringify({ requestId: randomUUID(), operation: 'read', pageId: '1001' });
    const headers = { ...signRequest({ secret: site().secret, body, nowMs: site().clock.now() }) };
    expect((await post(body, headers)).status).toBe(200);
    expect(await post(body, headers)).toMatchObject({ status: 409, body: { code: 'request_replayed' } });
    await invoke('admin', 'admin', 'setLimits', { payload: { requestsPerMinute: 1 } });
    await local('PUT', 'clock', { advanceMs: 120_000 });
    expect([(await read('1001')).status, (await read('1001')).status]).toEqual([200, 429]);
    await invoke('admin', 'admin', 'setLimits', { payload: { requestsPerMinute: 0 } });
    await invoke('admin', 'admin', 'setPaused', { payload: { paused: true } });
    expect((await read('1001')).body).toMatchObject({ code: 'access_paused' });
    await invoke('admin', 'admin', 'setPaused', { payload: { paused: false } });
  });

  it.each([
    [{ status: 429, retryAfter: 7 }, 429],
    [{ status: 404, body: '<html>' }, 502],
    [{ status: 200, body: '{"results":{}}' }, 502],
    [{ status: 503 }, 503],
  ])('passes on what Confluence fails with: %j', async (fault, status) => {
    await local('PUT', 'faults', [{ match: '/wiki/rest/api/search', ...fault }]);
    expect((await read('1001')).status).toBe(status);
  });
});

/** Every change acts on the next reading, also while the index still says what was true a minute ago. */
describe.each([0, 60_000])('read with an index %d ms behind', (indexLagMs) => {
  const { send, local, setSpace } = useRunningSite({ ...options, indexLagMs });
  const read = (pageId: string): Promise<ApiAnswer> => send({ operation: 'read', pageId });

  it.each([
    ['restricted', '8000', { restrictedTo: ['maya'] }],
    ['moved to a space that is not open', '8001', { space: 'HR' }],
    ['archived', '8002', { status: 'archived' }],
    ['deleted', '8003', null],
  ])('gives a page no longer once it is %s', async (_, id, change) => {
    expect((await read(id)).status).toBe(200);
    await local('PATCH', 'site', { pages: { [id]: change } });
    expect(await read(id)).toMatchObject({ status: 404, body: { code: 'page_not_available' } });
  });

  it('follows the switch of a space, and a page that is moved in', async () => {
    expect((await read('8004')).status).toBe(200);
    await setSpace('OPS', false);
    expect((await read('8004')).status).toBe(404);
    await local('PATCH', 'site', { pages: { '8004': { space: 'ENG' } } });
    expect((await read('8004')).status).toBe(200);
  });

  it('gives the page as it is now', async () => {
    await local('PATCH', 'site', { pages: { '1001': { storage: '<p>New text.</p>' } } });
    expect(readingIn(await read('1001')).markdown).toBe('New text.');
  });
});

describe('read where no space is open', () => {
  const { send, local } = useRunningSite({ contentPaths: [content], open: 'none' });

  it('says so without asking Confluence', async () => {
    await local('DELETE', 'calls');
    expect(await send({ operation: 'read', pageId: '1001' })).toMatchObject({
      status: 403,
      body: { code: 'no_space_available' },
    });
    expect(JSON.stringify(await local('GET', 'calls'))).not.toContain('/wiki/');
  });
});
