import { describe, expect, it } from '@jest/globals';
import { checkReply, wholeReply } from '../../../dev/fuzz/check-reply';
import { MARKER } from '../../../dev/fuzz/marker';
import type { ReplyContext } from '../../../dev/fuzz/reply-context';
import type { WebTriggerHttpResponse } from '../../../dev/platform/web-trigger-request';

const ID = '0b9f0c3e-6a3c-4b7e-9a55-2f1f6a9f3d10';
const SECRET = 'c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3I=';

const page = {
  id: '80001',
  type: 'page',
  title: 'Deploying',
  url: 'https://example.atlassian.net/wiki/x',
  space: { id: '60001', key: 'OPN', name: 'Open' },
  version: 3,
  updatedAt: '2026-01-01T00:00:00.000Z',
  labels: ['runbook'],
};

const excerpt = { markdown: 'deploy', headingPath: ['Steps'], url: 'https://example.atlassian.net/wiki/x#Steps' };

const searched = (members: object = {}) => ({
  requestId: ID,
  operation: 'search',
  results: [{ page, matched: 'all', excerpts: [excerpt] }],
  coverage: { spacesSearched: 1, spacesOptedIn: 1, confluenceCalls: 1, points: 26, answeredBy: 'any-word' },
  notes: [],
  ...members,
});

const hit = (members: object) => searched({ results: [{ page, matched: 'all', excerpts: [excerpt], ...members }] });

const read = (members: object = {}) => ({
  requestId: ID,
  operation: 'read',
  page,
  markdown: 'deploy',
  outline: [{ level: 1, text: 'Steps' }],
  truncated: false,
  coverage: { confluenceCalls: 1, points: 2 },
  notes: [],
  ...members,
});

const listed = (id: string) => ({
  requestId: ID,
  operation: 'spaces',
  spaces: [{ id, key: 'OPN', name: 'Open', url: 'x', type: 'global', optedInAt: '2026-01-01T00:00:00.000Z' }],
});

const ok = (value: unknown): WebTriggerHttpResponse => ({
  status: 200,
  headers: [
    ['content-type', 'application/json'],
    ['cache-control', 'no-store'],
    ['server-timing', 'auth;dur=1'],
  ],
  body: JSON.stringify(value),
});

const problem = (status: number, code: string, members: object = {}): WebTriggerHttpResponse => ({
  status,
  headers: [
    ['content-type', 'application/problem+json'],
    ['cache-control', 'no-store'],
    ...(status === 405 ? [['allow', 'POST'] as const] : []),
    ...(status === 429 ? [['retry-after', '7'] as const] : []),
  ],
  body: JSON.stringify({ type: 'x', title: 'x', status, code, detail: 'x', ...members }),
});

const context = (
  operation: 'search' | 'read' | 'spaces' | 'status',
  members: Readonly<Record<string, unknown>> = {},
): ReplyContext => ({
  request: { isSigned: true, allowed: [200], ask: { operation, requestId: ID, members } },
  secret: SECRET,
  readableSpaceIds: new Set(['60001']),
  listedSpaceIds: new Set(['60001', '60005']),
  caps: { maxResults: 25, maxChars: 50_000 },
});

const refusal = (...allowed: readonly number[]): ReplyContext => ({
  ...context('search'),
  request: { isSigned: true, allowed },
});

const ASK_READ = { pageId: '80001' } as const;

describe('checkReply', () => {
  it.each<[string, WebTriggerHttpResponse, ReplyContext]>([
    ['a search', ok(searched()), context('search')],
    ['a search without results', ok(searched({ results: [], nextCursor: 'abc' })), context('search')],
    ['a read', ok(read()), context('read', ASK_READ)],
    ['a list of spaces, one of them closed by a rule', ok(listed('60005')), context('spaces')],
    [
      'a refused schema that names what the caller sent',
      problem(400, 'invalid_request', { errors: [{ pointer: `/${MARKER}`, detail: 'is not known' }] }),
      refusal(400),
    ],
    ['a wrong method', problem(405, 'method_not_allowed'), refusal(405)],
    ['a limit', problem(429, 'rate_limited'), refusal(429)],
  ])('takes %s as documented', (_what, reply, asked) => {
    expect(checkReply(reply, asked)).toEqual([]);
  });

  const outlined = hit({ outline: [] });
  it.each<[string, WebTriggerHttpResponse, ReplyContext]>([
    ['status 500', problem(500, 'internal_error'), refusal(500)],
    ['status 502', problem(502, 'confluence_error'), refusal(502)],
    ['status 404, not one of 200', problem(404, 'page_not_available'), context('search')],
    ['cache-control is not no-store', { ...ok(searched()), headers: [['content-type', 'application/json']] }, context('search')],
    ['content-type is text/html', { ...ok(searched()), headers: [['content-type', 'text/html'], ['cache-control', 'no-store']] }, context('search')],
    ['a header too many: x-powered-by', { ...ok(searched()), headers: [...ok('').headers, ['x-powered-by', 'x']] }, context('search')],
    ['a header is there twice', { ...ok(searched()), headers: [...ok('').headers, ['cache-control', 'no-store']] }, context('search')],
    ['odd characters in server-timing', { ...ok(searched()), headers: [...ok('').headers.slice(0, 2), ['server-timing', 'a\nb']] }, context('search')],
    ['no usable retry-after', { ...problem(429, 'rate_limited'), headers: problem(400, '').headers }, refusal(429)],
    ['not the documented reply: extra', ok(searched({ extra: 1 })), context('search')],
    ['not the documented reply: notes', ok(searched({ notes: undefined })), context('search')],
    ['not the documented reply: page.version', ok(read({ page: { ...page, version: '3' } })), context('read', ASK_READ)],
    ['not the documented problem: stack', problem(404, 'page_not_available', { stack: 'at x' }), refusal(404)],
    ['not the documented problem', { ...problem(404, ''), body: 'Not found' }, refusal(404)],
    ['the code rate_limited with status 404', problem(404, 'rate_limited'), refusal(404)],
    ['status 403 in the body of a reply with status 404', problem(404, 'page_not_available', { status: 403 }), refusal(404)],
    ['errors where there are none', problem(404, 'page_not_available', { errors: [{ pointer: '', detail: 'x' }] }), refusal(404)],
    ['something closed is in the reply', ok(hit({ excerpts: [{ ...excerpt, markdown: `A ${MARKER.toUpperCase()}` }] })), context('search')],
    ['something closed is in the reply', problem(404, 'page_not_available', { detail: MARKER }), refusal(404)],
    ['the secret is in the reply', ok(searched({ notes: [{ code: 'partial', message: SECRET }] })), context('search')],
    ['half a surrogate pair', ok(hit({ excerpts: [{ ...excerpt, markdown: '\ud83e' }] })), context('search')],
    ['half a surrogate pair', ok(read({ markdown: 'a\uddd1' })), context('read', ASK_READ)],
    ['not the requestId that was sent', ok(searched({ requestId: 'x' })), context('search')],
    ['a result of the closed space 60007', ok(hit({ page: { ...page, space: { ...page.space, id: '60007' } } })), context('search')],
    ['a page of the closed space 60005', ok(read({ page: { ...page, space: { ...page.space, id: '60005' } } })), context('read', ASK_READ)],
    ['a closed space is listed', ok(listed('60007')), context('spaces')],
    ['another page than asked for', ok(read()), context('read', { pageId: '80002' })],
    ['more results than asked for', ok(searched()), context('search', { limit: 0 })],
    ['more characters than maxChars', ok(searched()), context('search', { maxChars: 5 })],
    ['more characters than maxChars', ok(searched()), { ...context('search'), caps: { maxResults: 25, maxChars: 5 } }],
    ['more characters than maxCharsPerPage', ok(searched()), context('search', { maxCharsPerPage: 5 })],
    ['more than excerptsPerPage', ok(searched()), context('search', { excerptsPerPage: 0 })],
    ['more characters than maxChars', ok(read()), context('read', { ...ASK_READ, maxChars: 5 })],
    ['a result of type page', ok(searched()), context('search', { types: ['blogpost'] })],
    ['an outline where none was asked for', ok(outlined), context('search')],
    ['truncated and nextCursor disagree', ok(read({ truncated: true })), context('read', ASK_READ)],
    ['more spaces than asked for', ok(listed('60001')), context('spaces', { limit: 0 })],
  ])('reports %s', (what, reply, asked) => {
    const found = checkReply(reply, asked);
    expect(found.filter((each) => each.startsWith(what))).toHaveLength(1);
    expect(found).toHaveLength(1);
  }); // prettier-ignore

  it('reports a 401 that differs from the first by a header, and one that tells of time', () => {
    const first = problem(401, 'unauthorized');
    const asked = { ...refusal(401), request: { isSigned: false, allowed: [401] }, unauthorized: wholeReply(first) };
    expect(checkReply(first, asked)).toEqual([]);
    const other = { ...first, headers: [...first.headers, ['server-timing', 'auth;dur=1'] as const] };
    expect(checkReply(other, asked)).toEqual([
      'a header too many: server-timing',
      'a 401 with other bytes than the first',
    ]);
  });
});
