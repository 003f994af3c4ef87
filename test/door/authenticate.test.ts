import { describe, expect, it } from '@jest/globals';
import { authenticate, type AuthOutcome } from '../../src/door/authenticate';
import { buildKeyRing, NOW } from '../support/in-memory-door-ports';
import { signedTriggerRequest, type SignedOptions } from '../support/signed-trigger-request';

const ring = buildKeyRing();

/** What becomes of a request, and how often the keys were read for it. */
const outcomeOf = async (
  options: SignedOptions,
  stored: typeof ring | undefined = ring,
): Promise<{ readonly outcome: AuthOutcome; readonly reads: number }> => {
  let reads = 0;
  const keyRings = {
    read: () => {
      reads += 1;
      return Promise.resolve(stored);
    },
    write: () => Promise.reject(new Error('the door writes no key')),
  };
  return { outcome: await authenticate(signedTriggerRequest(options), { keyRings, nowMs: NOW }), reads };
};

const ofType = (...values: readonly string[]): SignedOptions => ({ headers: { 'content-type': values } });

describe('authenticate', () => {
  it('gives the key that signed, and the ring it is in, and reads it once', async () => {
    expect(await outcomeOf({})).toEqual({
      outcome: { kind: 'authenticated', key: ring.keys[0], ring },
      reads: 1,
    });
  });

  it.each([
    'application/json',
    'Application/JSON',
    'application/json;charset=utf-8',
    'application/json; charset=UTF-8',
    'application/json; charset="utf-8"',
    'application/json \t; \tcharset=utf-8 \t',
    'application/json \t',
  ])('takes the content type %j', async (type) => {
    expect((await outcomeOf(ofType(type))).outcome.kind).toBe('authenticated');
  });

  it.each([
    [''],
    ['text/plain'],
    ['application/jsonp'],
    ['application/json;'],
    ['application/json; charset='],
    ['application/json; charset=latin1'],
    ['application/json; charset="utf-8'],
    ['application/json; charset=utf-8; a=b'],
    ['application/json; charset=utf-8x'],
    ['application/json; a=b'],
    ['application/json, application/json'],
    [' application/json'],
    ['x-application/json'],
    ['application/json', 'application/json'],
    [],
  ])('takes no content type like %j, and reads no key for it', async (...types) => {
    const { outcome, reads } = await outcomeOf(ofType(...types));
    expect(outcome).toEqual({ kind: 'refused', code: 'unsupported_media_type' });
    expect(reads).toBe(0);
  });

  it.each(['GET', 'PUT', 'post', ''])('takes no method %j', async (method) => {
    expect(await outcomeOf({ method })).toEqual({ outcome: { kind: 'refused', code: 'method_not_allowed' }, reads: 0 });
  });

  it('takes 64 KiB of UTF-8, and not a byte more', async () => {
    const letters = 'é'.repeat(32 * 1024);
    expect((await outcomeOf({ rawBody: letters })).outcome.kind).toBe('authenticated');
    expect(await outcomeOf({ rawBody: `${letters}a` })).toEqual({
      outcome: { kind: 'refused', code: 'payload_too_large' },
      reads: 0,
    });
  });

  it.each<[string, SignedOptions, string, number]>([
    ['unsigned', { headers: { 'x-webtrigger-signature': undefined } }, 'not-signed', 0],
    ['without a time', { headers: { 'x-webtrigger-timestamp': undefined } }, 'not-signed', 0],
    ['stale', { timestamp: new Date(NOW - 3_600_000).toISOString() }, 'stale', 0],
    ['signed with a wrong key', { secret: Buffer.alloc(32, 9).toString('base64') }, 'wrong-signature', 1],
  ])(
    'refuses a request that is %s, and reads no key for what it can tell without',
    async (_, options, cause, reads) => {
      expect(await outcomeOf(options)).toStrictEqual({
        outcome: { kind: 'refused', code: 'unauthorized', cause },
        reads,
      });
    },
  );

  it('refuses what was signed with a key that has expired', async () => {
    const { outcome, reads } = await outcomeOf({}, buildKeyRing({ expiresAt: NOW }));
    expect(outcome).toStrictEqual({ kind: 'refused', code: 'unauthorized', cause: 'expired-key' });
    expect(reads).toBe(1);
  });

  it('says that there is no key where none was ever created, whatever it is signed with', async () => {
    const expected = { kind: 'refused', code: 'unauthorized', cause: 'no-key' };
    const reading = {
      keyRings: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
      nowMs: NOW,
    };
    for (const secret of [ring.keys[0]?.secret, Buffer.alloc(32).toString('base64')]) {
      const request = signedTriggerRequest(secret === undefined ? {} : { secret });
      expect(await authenticate(request, reading)).toEqual(expected);
    }
  });
});
