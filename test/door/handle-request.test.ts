import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createRequestHandler } from '../../src/door/handle-request';
import { EMPTY_USAGE, windowsOf } from '../../src/door/usage-shard';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { ConfluenceFailure } from '../../src/search/confluence-failure';
import { buildKeyRing, createInMemoryDoorPorts, NOW, type DoorOptions } from '../support/in-memory-door-ports';
import { createInMemoryUsage } from '../support/in-memory-usage';
import { signedTriggerRequest, type SignedOptions } from '../support/signed-trigger-request';

const ask = async (signed: SignedOptions, options: DoorOptions = {}) => {
  const { ports, ...seen } = createInMemoryDoorPorts(options);
  const reply = await createRequestHandler(ports)(signedTriggerRequest(signed));
  const body: unknown = JSON.parse(reply.body);
  return { reply, body, ...seen };
};

const failing = (error: Error): DoorOptions => ({ ports: { serve: () => Promise.reject(error) } });

describe('the order of the checks', () => {
  const everythingWrong: SignedOptions = {
    method: 'GET',
    rawBody: 'x'.repeat(70_000),
    secret: Buffer.alloc(32, 1).toString('base64'),
    timestamp: '2020-01-01T00:00:00Z',
    headers: { 'content-type': ['text/plain'] },
  };
  const json = { 'content-type': ['application/json; charset=utf-8'] };

  it('is method, content type, size, signature', async () => {
    const steps: readonly [SignedOptions, number][] = [
      [everythingWrong, 405],
      [{ ...everythingWrong, method: 'POST' }, 415],
      [{ ...everythingWrong, method: 'POST', headers: json }, 413],
      [{ ...everythingWrong, method: 'POST', headers: json, rawBody: '{' }, 401],
    ];
    for (const [signed, status] of steps) expect((await ask(signed)).reply.status).toBe(status);
  });

  it('reads nothing from storage before the headers are well-formed and in time', async () => {
    expect((await ask({ timestamp: '2020-01-01T00:00:00Z' })).asked).toEqual([]);
    expect((await ask({ headers: { 'x-webtrigger-signature': ['sha256=zz'] } })).asked).toEqual([]);
  });

  it('reads only the keys, once, for a wrong signature', async () => {
    expect((await ask({ secret: Buffer.alloc(32, 1).toString('base64') })).asked).toEqual(['keys']);
  });

  it('looks at the body only after the signature, and claims nothing for a bad one', async () => {
    const { reply, asked } = await ask({ rawBody: 'not json' });
    expect(reply.status).toBe(400);
    expect(asked).toEqual(['keys']);
  });

  it('claims the id and reads policy and use, then the registry, then serves', async () => {
    const { asked } = await ask({ body: { requestId: randomUUID(), operation: 'spaces' } });
    expect(asked).toEqual(['keys', 'claim', 'policy', 'registry', 'serve']);
  });

  it('needs three rounds of storage before it serves: keys; claim, policy and use; registry and reservation', async () => {
    const waiting = new Set<string>();
    let round = 0;
    const { ports } = createInMemoryDoorPorts();
    /** Ends only when all that was asked in the same round has been asked. */
    const inRound = async <T>(name: string, answer: () => Promise<T>): Promise<T> => {
      waiting.add(name);
      const mine = round;
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      expect(round).toBe(mine);
      const value = await answer();
      waiting.delete(name);
      if (waiting.size === 0) round += 1;
      return value;
    };
    const servedInRound: number[] = [];
    await createRequestHandler({
      ...ports,
      keyRings: { ...ports.keyRings, read: () => inRound('keys', () => ports.keyRings.read()) },
      claims: { claim: (id) => inRound('claim', () => ports.claims.claim(id)) },
      readPolicy: () => inRound('policy', ports.readPolicy),
      readOpenSpaces: () => inRound('registry', ports.readOpenSpaces),
      usage: {
        ...ports.usage,
        read: (shard) => inRound(`usage ${shard}`, () => ports.usage.read(shard)),
        replace: (changes) => inRound('reservation', () => ports.usage.replace(changes)),
      },
      serve: (served) => {
        servedInRound.push(round);
        return ports.serve(served);
      },
    })(signedTriggerRequest());
    expect(servedInRound).toEqual([3]);
  });

  it('says replayed before paused, and paused before limited', async () => {
    const body = { requestId: randomUUID(), operation: 'spaces' };
    const { ports } = createInMemoryDoorPorts({ policy: { paused: true, requestsPerMinute: 1 } });
    const handle = createRequestHandler(ports);
    expect((await handle(signedTriggerRequest({ body }))).status).toBe(403);
    expect((await handle(signedTriggerRequest({ body }))).status).toBe(409);
  });

  it('says paused, not limited, when both hold', async () => {
    const body = { requestId: randomUUID(), operation: 'spaces' };
    const usage = createInMemoryUsage([[0, { ...EMPTY_USAGE, minute: windowsOf(NOW).minute, requests: 3 }]]);
    const paused = await ask({ body }, { policy: { paused: true, requestsPerMinute: 3 }, ports: { usage } });
    expect(paused.body).toMatchObject({ code: 'access_paused' });
    const limited = await ask({ body }, { policy: { requestsPerMinute: 3 }, ports: { usage } });
    expect(limited.body).toMatchObject({ code: 'rate_limited' });
    expect(limited.asked).not.toContain('serve');
  });

  it('serves nothing while others win every race for the count', async () => {
    const usage = { ...createInMemoryUsage(), replace: () => Promise.resolve(false) };
    const { reply, asked } = await ask({}, { ports: { usage } });
    expect(asked).not.toContain('serve');
    expect(reply.status).toBe(503);
  });

  it('serves status while paused', async () => {
    const { asked } = await ask({}, { policy: { paused: true } });
    expect(asked).toContain('serve');
  });
});

describe('refused authentication', () => {
  it('is the same bytes and headers whatever the cause, and tells nothing more', async () => {
    const causes: readonly [SignedOptions, DoorOptions?][] = [
      [{ headers: { 'x-webtrigger-signature': undefined } }],
      [{ headers: { 'x-webtrigger-timestamp': undefined } }],
      [{ headers: { 'x-webtrigger-signature': ['sha256=00'] } }],
      [{ headers: { 'x-webtrigger-signature': ['a', 'b'] } }],
      [{ timestamp: '2020-01-01T00:00:00Z' }],
      [{ timestamp: 'yesterday' }],
      [{ secret: Buffer.alloc(32, 1).toString('base64') }],
      [{ rawBody: 'not json', secret: Buffer.alloc(32, 1).toString('base64') }],
      [{}, { ring: { ...buildKeyRing(), keys: [] } }],
      [{}, { ring: buildKeyRing({ expiresAt: NOW - 1 }) }],
    ];
    const replies = await Promise.all(causes.map(async ([signed, options]) => (await ask(signed, options)).reply));
    const [first] = replies;
    expect(first).toEqual({
      status: 401,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
      body: '{"type":"urn:promptless:problem:unauthorized","title":"Unauthorized","status":401,"code":"unauthorized","detail":"The request could not be authenticated."}',
    });
    for (const reply of replies) expect(reply).toEqual(first);
  });

  it.each<[string, SignedOptions, DoorOptions]>([
    ['not-signed', { headers: { 'x-webtrigger-signature': undefined } }, {}],
    ['stale', { timestamp: '2020-01-01T00:00:00Z' }, {}],
    ['wrong-signature', { secret: Buffer.alloc(32, 1).toString('base64') }, {}],
    ['expired-key', {}, { ring: buildKeyRing({ expiresAt: NOW - 1 }) }],
    ['no-key', {}, { ring: { ...buildKeyRing(), keys: [] } }],
  ])('goes to the log alone, with the cause: %s', async (cause, signed, options) => {
    const { unauthorized, recorded } = await ask(signed, options);
    expect(unauthorized).toEqual([cause]);
    expect(recorded).toEqual([]);
  });
});

describe('createRequestHandler', () => {
  it('serves one of two requests with the same id, in any letter case', async () => {
    const requestId = randomUUID();
    const { ports } = createInMemoryDoorPorts();
    const handle = createRequestHandler(ports);
    const replies = await Promise.all(
      [requestId, requestId.toUpperCase()].map((id) =>
        handle(signedTriggerRequest({ body: { requestId: id, operation: 'spaces' } })),
      ),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([403, 409]);
  });

  it('refuses what is above the limit and says when to come back', async () => {
    const { ports } = createInMemoryDoorPorts({ policy: { requestsPerMinute: 3 } });
    const handle = createRequestHandler(ports);
    const replies = [];
    for (let index = 0; index < 4; index += 1) replies.push(await handle(signedTriggerRequest()));
    expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 429]);
    expect(replies[0]?.headers).toMatchObject({
      'ratelimit-policy': '"requests";q=3;w=60, "points";q=5000;w=3600',
      ratelimit: '"requests";r=2;t=60, "points";r=5000;t=1800',
    });
    expect(replies[3]?.headers).toMatchObject({
      'retry-after': '60',
      ratelimit: '"requests";r=0;t=60, "points";r=5000;t=1800',
    });
  });

  it('warns of the end of the key within its last thirty days', async () => {
    const soon = NOW + 29 * 86_400_000;
    const { reply } = await ask({}, { ring: buildKeyRing({ expiresAt: soon }) });
    expect(reply.headers['x-webtrigger-key-expires']).toBe(new Date(soon).toISOString());
    expect((await ask({})).reply.headers).not.toHaveProperty('x-webtrigger-key-expires');
  });

  it('gives authenticated replies the times of the stages', async () => {
    expect((await ask({})).reply.headers['server-timing']).toMatch(
      /^auth;dur=[\d.]+, registry;dur=[\d.]+, confluence;dur=[\d.]+, extract;dur=[\d.]+$/,
    );
  });

  it.each([
    ['storage is unavailable', new StorageUnavailable('policy'), 503, 'confluence_unavailable', '30'],
    ['Confluence is down', new ConfluenceFailure('unavailable', 500), 503, 'confluence_unavailable', '30'],
    ['Confluence is closed to the app', new ConfluenceFailure('unavailable', 403), 503, 'confluence_unavailable', '30'],
    [
      'Confluence says when to come back',
      new ConfluenceFailure('unavailable', 503, 7),
      503,
      'confluence_unavailable',
      '7',
    ],
    ['Confluence limits the app', new ConfluenceFailure('rate-limited', 429, 12), 429, 'rate_limited', '12'],
    [
      'Confluence gives an unusable answer',
      new ConfluenceFailure('unusable-answer', 400),
      502,
      'confluence_error',
      undefined,
    ],
  ])('tells the caller when %s', async (_, error, status, code, retryAfter) => {
    const { reply, body, defects } = await ask({}, failing(error));
    expect(reply.status).toBe(status);
    expect(body).toMatchObject({ status, code });
    expect(reply.headers['retry-after']).toBe(retryAfter);
    expect(defects).toEqual([]);
  });

  it('reports a defect with the id of the request and tells the caller nothing of it', async () => {
    const requestId = randomUUID();
    const error = new Error('secret words of a page');
    const { reply, body, defects } = await ask({ body: { requestId, operation: 'status' } }, failing(error));
    expect(reply.status).toBe(500);
    expect(body).toMatchObject({ code: 'internal_error', requestId });
    expect(reply.body).not.toContain('secret words');
    expect(defects).toEqual([{ requestId, error }]);
  });

  it('answers 503 before authentication when the keys cannot be read', async () => {
    const { reply } = await ask(
      {},
      {
        ports: {
          keyRings: { read: () => Promise.reject(new StorageUnavailable('key ring')), write: () => Promise.resolve() },
        },
      },
    );
    expect(reply.status).toBe(503);
    expect(reply.headers).not.toHaveProperty('server-timing');
  });
});

describe('the time of a request', () => {
  /** What one call to Confluence, made after some seconds, may take; how the request is answered, and what was counted. */
  const callAfter = async (seconds: number, deadlineMs?: number) => {
    let nowMs = NOW;
    const given: number[] = [];
    const usage = createInMemoryUsage();
    const { ports } = createInMemoryDoorPorts({
      policy: { pointsPerHour: 100 },
      ports: {
        now: () => nowMs,
        usage,
        serve: async ({ spending }) => {
          nowMs += seconds * 1000;
          return spending.call(26, (timeoutMs) => {
            given.push(timeoutMs);
            return Promise.reject(new ConfluenceFailure('unavailable', 503));
          });
        },
      },
    });
    const body = { requestId: randomUUID(), operation: 'search', query: 'zebra' };
    const { status } = await createRequestHandler(ports)(signedTriggerRequest({ body }), deadlineMs);
    return { given, status, points: usage.shards().map(({ points }) => points) };
  };

  it('is 25 seconds from its own beginning', async () => {
    expect(await callAfter(12)).toMatchObject({ given: [13_000], status: 503 });
    expect(await callAfter(24.5)).toMatchObject({ given: [], status: 503 });
  });

  it('ends earlier where whoever calls has less time, with its points given back', async () => {
    expect(await callAfter(4, NOW + 7000)).toMatchObject({ given: [3000], status: 503 });
    expect(await callAfter(6.5, NOW + 7000)).toEqual({ given: [], status: 503, points: [0] });
  });
});
