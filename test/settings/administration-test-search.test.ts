import { describe, expect, it } from '@jest/globals';
import { authenticate } from '../../src/door/authenticate';
import type { TriggerRequest } from '../../src/door/trigger-request';
import type { KeyRing } from '../../src/keys/key-ring';
import { createSendTestSearch, type TestSearchPorts } from '../../src/settings/administration-test-search';
import { buildKeyRing, NOW } from '../support/in-memory-door-ports';

const OLD = buildKeyRing().keys;
const newest = {
  id: 'ba9876543210',
  secret: Buffer.alloc(32, 9).toString('base64'),
  createdAt: NOW,
  expiresAt: NOW + 1000,
};
const ring: KeyRing = { ...buildKeyRing(), keys: [...OLD, newest] };

const FOUND = {
  results: [{ page: { title: 'Payroll' }, excerpts: [{ markdown: 'salaries' }] }, {}],
  coverage: { spacesSearched: 2, spacesOptedIn: 2, confluenceCalls: 1, points: 26, answeredBy: 'any-word' },
  notes: [{ code: 'query_relaxed', message: 'Some.' }],
};

const create = (changes: Partial<TestSearchPorts> & { readonly reply?: unknown; readonly status?: number } = {}) => {
  const sent: TriggerRequest[] = [];
  const deadlines: number[] = [];
  let nowMs = NOW;
  const sendTestSearch = createSendTestSearch({
    keyRings: { read: () => Promise.resolve(ring) },
    handleRequest: (request, deadlineMs) => {
      sent.push(request);
      deadlines.push(deadlineMs);
      nowMs += 250;
      return Promise.resolve({ status: changes.status ?? 200, body: JSON.stringify(changes.reply ?? FOUND) });
    },
    newRequestId: () => '00000000-0000-4000-8000-000000000001',
    now: () => nowMs,
    ...changes,
  });
  return { send: (payload: unknown, startedAtMs = NOW) => sendTestSearch(payload, startedAtMs), sent, deadlines };
};

describe('createSendTestSearch', () => {
  it('sends what the door accepts, signed with the newest key', async () => {
    const { send, sent } = create();
    await send({ query: 'salaries of 2026' });
    const [request] = sent;
    if (request === undefined) throw new Error('nothing was sent');
    const keyRings = { read: () => Promise.resolve(ring), write: () => Promise.reject(new Error('no')) };
    expect(await authenticate(request, { keyRings, nowMs: NOW })).toMatchObject({
      kind: 'authenticated',
      key: { id: newest.id },
    });
    expect(JSON.parse(request.body)).toEqual({
      requestId: '00000000-0000-4000-8000-000000000001',
      operation: 'search',
      query: 'salaries of 2026',
    });
  });

  it('tells how much was found and what it cost, and nothing of what was found', async () => {
    expect(await create().send({ query: 'salaries' })).toEqual({
      status: 200,
      keyId: newest.id,
      results: 2,
      spacesSearched: 2,
      notes: FOUND.notes,
      confluenceCalls: 1,
      confluencePoints: 26,
      durationMs: 250,
    });
  });

  it('gives the search 22 of the 25 seconds that a resolver function has, from when that was called', async () => {
    const { send, deadlines } = create();
    await send({ query: 'salaries' }, NOW - 15_000);
    expect(deadlines).toEqual([NOW + 7000]);
  });

  it.each([
    ['its code', { code: 'access_paused', detail: 'x' }, { code: 'access_paused' }],
    ['nothing', 'no JSON object', {}],
  ])('tells of a refusal %s', async (_, reply, expected) => {
    const answer = await create({ status: 403, reply }).send({ query: 'x' });
    const nothing = { results: 0, spacesSearched: 0, notes: [], confluenceCalls: 0, confluencePoints: 0 };
    expect(answer).toEqual({ status: 403, keyId: newest.id, durationMs: 250, ...nothing, ...expected });
  });

  it.each(['', '{', '<html>'])('tells of a reply that is no JSON its status alone: %j', async (body) => {
    const answer = await create({ handleRequest: () => Promise.resolve({ status: 502, body }) }).send({ query: 'x' });
    const nothing = { results: 0, spacesSearched: 0, notes: [], confluenceCalls: 0, confluencePoints: 0 };
    expect(answer).toStrictEqual({ status: 502, keyId: newest.id, durationMs: 0, ...nothing });
  });

  it('signs with the key before when the newest has expired, and with none when all have', async () => {
    const { send } = create({ now: () => NOW + 1000 });
    expect(await send({ query: 'x' })).toMatchObject({ keyId: OLD[0]?.id });
    for (const keys of [undefined, { ...ring, keys: [] }, { ...ring, keys: ring.keys.slice(1) }]) {
      const { send: refused, sent } = create({
        keyRings: { read: () => Promise.resolve(keys) },
        now: () => NOW + 1000,
      });
      expect(await refused({ query: 'x' })).toEqual({ refused: 'no-key' });
      expect(sent).toEqual([]);
    }
  });

  it.each([undefined, {}, { query: '' }, { query: 'x'.repeat(1001) }, { query: 7 }, { query: 'x', limit: 1 }])(
    'refuses %j',
    async (payload) => {
      const { send, sent } = create();
      expect(await send(payload)).toEqual({ refused: 'invalid-payload' });
      expect(sent).toEqual([]);
    },
  );
});
