import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { signRequest } from '../../dev/sign-request';
import { contentFile } from '../support/content-file';
import { useRunningSite, type ApiAnswer } from '../support/running-site';

const content = contentFile([
  { space: 'ENG', title: 'Deploying', storage: '<p>How the zebra service is deployed.</p>' },
  { id: '3001', space: 'HR', title: 'Pay', storage: '<p>zebra pay</p>' },
]);

const { site, post, send, search, local, invoke } = useRunningSite({ contentPaths: [content], open: ['ENG'] });

afterEach(async () => {
  await local('PUT', 'faults', []);
});

const signed = (body: string, changes: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...signRequest({ secret: site().secret, body, nowMs: site().clock.now() }),
  ...changes,
});
const statusBody = (): string => JSON.stringify({ requestId: randomUUID(), operation: 'status' });

const expectProblem = (answer: ApiAnswer, status: number, code: string): void => {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status, code } });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('cache-control')).toBe('no-store');
};

const failConfluence = (fault: Readonly<Record<string, unknown>>): Promise<unknown> =>
  local('PUT', 'faults', [{ match: '/wiki/rest/api/search', ...fault }]);

describe('the error table, over HTTP', () => {
  it('400 invalid_request: schema, unknown member, no word, cursor of another query', async () => {
    expectProblem(await search('zebra', { limit: 0 }), 400, 'invalid_request');
    const unknown = await search('zebra', { spcaes: ['ENG'] });
    expectProblem(unknown, 400, 'invalid_request');
    expect(unknown.body).toMatchObject({ errors: [{ pointer: '/spcaes', detail: 'is not known' }] });
    expectProblem(await search('?!'), 400, 'invalid_request');
    expectProblem(await search('zebra', { cursor: 'made-up' }), 400, 'invalid_request');
    const body = '{"requestId":';
    expectProblem(await post(body, signed(body)), 400, 'invalid_request');
  });

  it('401 unauthorized: the same bytes and headers for every cause', async () => {
    const body = statusBody();
    const late = new Date(site().clock.now() - 400_000).toISOString();
    const causes = [
      signed(body, { 'x-webtrigger-signature': `sha256=${'0'.repeat(64)}` }),
      signed(body, { 'x-webtrigger-signature': 'none' }),
      signed(body, { 'x-webtrigger-timestamp': late }),
      signed(`${body} `),
      { 'content-type': 'application/json' },
      signRequest({ secret: Buffer.alloc(32).toString('base64'), body, nowMs: site().clock.now() }),
    ];
    const answers = await Promise.all(causes.map((headers) => post(body, { ...headers })));
    for (const answer of answers) expectProblem(answer, 401, 'unauthorized');
    const seen = answers.map(({ text, headers }) =>
      JSON.stringify([text, [...headers].filter(([name]) => name !== 'date')]),
    );
    expect(new Set(seen).size).toBe(1);
    expect(answers[0]?.headers.has('server-timing')).toBe(false);
  });

  it('403 access_paused: everything but status', async () => {
    await invoke('admin', 'admin', 'setPaused', { payload: { paused: true } });
    expectProblem(await search('zebra'), 403, 'access_paused');
    expect((await send({ operation: 'status' })).body).toMatchObject({ paused: true });
    await invoke('admin', 'admin', 'setPaused', { payload: { paused: false } });
    expect((await search('zebra')).status).toBe(200);
  });

  it('403 no_space_available: alike for a closed space and one that does not exist', async () => {
    const closed = await search('zebra', { spaces: ['HR'] });
    const missing = await search('zebra', { spaces: ['NOPE'] });
    expectProblem(closed, 403, 'no_space_available');
    const withoutId = ({ text }: ApiAnswer): string => text.replace(/"requestId":"[^"]*"/, '');
    expect(withoutId(closed)).toBe(withoutId(missing));
  });

  it('404 page_not_available: alike for a closed page and one that does not exist', async () => {
    const answers = await Promise.all(['3001', '1'].map((pageId) => send({ operation: 'read', pageId })));
    for (const answer of answers) expectProblem(answer, 404, 'page_not_available');
    expect(new Set(answers.map(({ text }) => text.replace(/"requestId":"[^"]*"/, ''))).size).toBe(1);
  });

  it('405, 413, 415 for what is no request of this API', async () => {
    expectProblem(await post('', {}, 'GET'), 405, 'method_not_allowed');
    const large = JSON.stringify({ requestId: randomUUID(), operation: 'status', padding: 'x'.repeat(65_536) });
    expectProblem(await post(large, signed(large)), 413, 'payload_too_large');
    const body = statusBody();
    expectProblem(await post(body, signed(body, { 'content-type': 'text/plain' })), 415, 'unsupported_media_type');
  });

  it('409 request_replayed: the second of two identical requests, also when they race', async () => {
    const body = statusBody();
    const headers = signed(body);
    const answers = await Promise.all([post(body, headers), post(body, headers)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expectProblem(await post(body, headers), 409, 'request_replayed');
  });

  it('429 rate_limited: the limit of the installation, with Retry-After and RateLimit', async () => {
    await invoke('admin', 'admin', 'setLimits', { payload: { requestsPerMinute: 2 } });
    await local('PUT', 'clock', { advanceMs: 120_000 });
    const answers = [await send({ operation: 'status' }), await search('zebra'), await search('zebra')];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    const last = answers[2];
    expect(last && Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(last?.headers.get('ratelimit-policy')).toBe('"requests";q=2;w=60');
    await invoke('admin', 'admin', 'setLimits', { payload: { requestsPerMinute: 0 } });
  });

  it('429 rate_limited: what Confluence says is passed on', async () => {
    await failConfluence({ status: 429, retryAfter: 17 });
    const answer = await search('zebra');
    expectProblem(answer, 429, 'rate_limited');
    expect(answer.headers.get('retry-after')).toBe('17');
  });

  it('502 confluence_error: an answer that cannot be used', async () => {
    await failConfluence({ status: 400, body: '<html>Bad request</html>' });
    expectProblem(await search('zebra'), 502, 'confluence_error');
    await failConfluence({ status: 200, body: '<html>Log in</html>' });
    expectProblem(await search('zebra'), 502, 'confluence_error');
    await failConfluence({ status: 200, body: '{"results":"none"}' });
    expectProblem(await search('zebra'), 502, 'confluence_error');
  });

  it('503 confluence_unavailable: down, forbidden to the app, or storage gone', async () => {
    for (const status of [500, 503, 504, 401, 403]) {
      await failConfluence({ status });
      const answer = await search('zebra');
      expectProblem(answer, 503, 'confluence_unavailable');
      expect(answer.headers.get('retry-after')).not.toBeNull();
    }
    for (const match of ['/api/v1/get', '/api/v1/entity/get', '/api/v1/set', '/api/v1/secret/get']) {
      await local('PUT', 'faults', [{ match, status: 500 }]);
      expectProblem(await search('zebra'), 503, 'confluence_unavailable');
    }
  });
});
