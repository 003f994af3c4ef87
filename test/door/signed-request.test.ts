import crypto from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { CLAIM_MINUTES } from '../../src/door/request-claims';
import * as door from '../../src/door/signed-request';
import { MAX_SKEW_MS } from '../../src/door/signed-request';
import type { SigningKey } from '../../src/keys/key-ring';
import { findSigningKey, readSignatureClaim } from '../support/signature';
import { buildKeyRing, NOW, SECRET } from '../support/in-memory-door-ports';
import { signedTriggerRequest, type SignedOptions } from '../support/signed-trigger-request';

const OTHER_SECRET = Buffer.alloc(32, 1).toString('base64');

const isAccepted = (options: SignedOptions, ring = buildKeyRing(), nowMs = NOW): boolean => {
  const claim = readSignatureClaim(signedTriggerRequest(options), nowMs);
  return claim !== undefined && findSigningKey(ring, claim, nowMs) !== undefined;
};

/** Made with OpenSSL 3 and Python's hmac from the key `promptless-vector-key-0123456789`. */
const VECTORS = [
  {
    timestamp: '2026-01-15T09:30:00Z',
    body: '{"requestId":"0b9f0c3e-6a3c-4b7e-9a55-2f1f6a9f3d10","operation":"status"}',
    signature: '14b07761cb9672c91f5b1efb45115b50fc742ca7ab5d0f2e9a9ec8e3a22cbe08',
  },
  {
    timestamp: '2026-01-15T10:30:00+01:00',
    body: '{"query":"Zürich 東京 🚀"}',
    signature: '184e49de05b7c956c7de8b0ff7aaaf32a59c9bdfe78e4186f448ce68b441bed2',
  },
];

describe('a claimed request id', () => {
  it('outlives every moment at which the same request would be accepted', () => {
    expect(CLAIM_MINUTES * 60_000).toBeGreaterThan(2 * MAX_SKEW_MS);
  });
});

describe('a signed request', () => {
  it.each(VECTORS)('is accepted with the signature that other implementations make ($timestamp)', (vector) => {
    const claim = readSignatureClaim(
      {
        method: 'POST',
        headers: {
          'X-WebTrigger-Timestamp': [vector.timestamp],
          'X-WebTrigger-Signature': [`sha256=${vector.signature}`],
        },
        body: vector.body,
      },
      NOW,
    );
    expect(claim && findSigningKey(buildKeyRing(), claim, NOW)?.secret).toBe(SECRET);
  });

  it('is accepted in time, up to five minutes to either side', () => {
    for (const skew of [-MAX_SKEW_MS, 0, MAX_SKEW_MS]) {
      expect(isAccepted({ timestamp: new Date(NOW + skew).toISOString() })).toBe(true);
    }
  });

  it('is accepted with any of several keys, and only while its key lasts', () => {
    const [first] = buildKeyRing().keys;
    const second = { id: 'ba9876543210', secret: OTHER_SECRET, createdAt: NOW, expiresAt: NOW + 1 };
    const ring = { ...buildKeyRing(), keys: first === undefined ? [] : [first, second] };
    expect(isAccepted({}, ring)).toBe(true);
    expect(isAccepted({ secret: OTHER_SECRET }, ring)).toBe(true);
    expect(isAccepted({ secret: OTHER_SECRET }, ring, NOW + 1)).toBe(false);
    expect(isAccepted({}, ring, NOW + 1)).toBe(true);
    expect(isAccepted({}, buildKeyRing({ expiresAt: NOW }))).toBe(false);
  });

  it('is ascribed to the key that made it', () => {
    const [first] = buildKeyRing().keys;
    const second = { id: 'ba9876543210', secret: OTHER_SECRET, createdAt: NOW, expiresAt: NOW + 1 };
    const ring = { ...buildKeyRing(), keys: first === undefined ? [] : [first, second] };
    const find = (secret: string) => {
      const claim = readSignatureClaim(signedTriggerRequest({ secret }), NOW);
      return claim && findSigningKey(ring, claim, NOW)?.id;
    };
    expect([find(SECRET), find(OTHER_SECRET)]).toEqual(['0123456789ab', 'ba9876543210']);
  });

  it('costs two HMACs whichever key made it, and however many keys there are', () => {
    const [first] = buildKeyRing().keys;
    if (first === undefined) throw new Error('no key');
    const second = { ...first, id: 'ba9876543210', secret: OTHER_SECRET };
    const expired = { ...second, expiresAt: NOW };
    const wrong = Buffer.alloc(32, 9).toString('base64');
    const rings = [undefined, [], [first], [second], [expired], [first, second], [second, first], [expired, expired]];
    const hmac = jest.spyOn(crypto, 'createHmac');
    for (const keys of rings) {
      const ring = keys && { ...buildKeyRing(), keys };
      for (const secret of [SECRET, OTHER_SECRET, wrong]) {
        const claim = readSignatureClaim(signedTriggerRequest({ secret }), NOW);
        hmac.mockClear();
        if (claim !== undefined) findSigningKey(ring, claim, NOW);
        expect(hmac).toHaveBeenCalledTimes(2);
      }
    }
  });

  it('is refused when any single character of its body or timestamp is another', () => {
    const signed = signedTriggerRequest({ rawBody: '{"a":"\u00e9b"}' });
    fc.assert(
      fc.property(fc.nat(signed.body.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, replacement) => {
        const body = signed.body.slice(0, at) + replacement + signed.body.slice(at + 1);
        fc.pre(body !== signed.body);
        const claim = readSignatureClaim({ ...signed, body }, NOW);
        expect(claim && findSigningKey(buildKeyRing(), claim, NOW)).toBeUndefined();
      }),
    );
  });

  const timestamp = new Date(NOW).toISOString();
  const signature = signedTriggerRequest({ rawBody: '{}' }).headers['x-webtrigger-signature']?.[0] ?? '';
  it.each<[string, SignedOptions]>([
    ['without a signature', { headers: { 'x-webtrigger-signature': undefined } }],
    ['without a timestamp', { headers: { 'x-webtrigger-timestamp': undefined } }],
    ['with an empty list of signatures', { headers: { 'x-webtrigger-signature': [] } }],
    ['with two signatures of which one is right', { headers: { 'x-webtrigger-signature': [signature, signature] } }],
    ['with the signature in two spellings of the header', { headers: { 'X-Webtrigger-Signature': [signature] } }],
    ['with two timestamps', { headers: { 'x-webtrigger-timestamp': [timestamp, timestamp] } }],
    ['with a part of the signature', { headers: { 'x-webtrigger-signature': [signature.slice(0, -2)] } }],
    ['with the signature in capitals', { headers: { 'x-webtrigger-signature': [signature.toUpperCase()] } }],
    ['with another algorithm', { headers: { 'x-webtrigger-signature': [signature.replace('256', '512')] } }],
    ['with the bare digest', { headers: { 'x-webtrigger-signature': [signature.replace('sha256=', '')] } }],
    [
      'with a second signature behind a comma',
      { headers: { 'x-webtrigger-signature': [`${signature}, ${signature}`] } },
    ],
    ['with a wrong key', { secret: OTHER_SECRET }],
    ['with the key of a missing key', { secret: Buffer.alloc(32).toString('base64') }],
    ['signed more than five minutes ago', { timestamp: new Date(NOW - MAX_SKEW_MS - 1).toISOString() }],
    ['signed more than five minutes ahead', { timestamp: new Date(NOW + MAX_SKEW_MS + 1).toISOString() }],
    ['with a timestamp without zone', { timestamp: '2026-01-15T09:30:00' }],
    ['with a timestamp in seconds', { timestamp: String(NOW / 1000) }],
    ['with a day that does not exist', { timestamp: '2026-01-32T09:30:00Z' }],
  ])('is refused %s', (_, options) => {
    expect(isAccepted({ rawBody: '{}' })).toBe(true);
    expect(isAccepted({ rawBody: '{}', ...options })).toBe(false);
  });

  it('is refused when no key was ever created, even signed with the stand-in for one', () => {
    const claim = readSignatureClaim(signedTriggerRequest({ secret: Buffer.alloc(32).toString('base64') }), NOW);
    expect(claim).toBeDefined();
    expect(claim && findSigningKey(undefined, claim, NOW)).toBeUndefined();
  });

  it.each([
    '2026-01-15T09:30:00Z',
    '2026-01-15t09:30:00z',
    '2026-01-15T09:30:00.1Z',
    '2026-01-15T09:30:00.123456789Z',
    '2026-01-15T10:30:00+01:00',
    '2026-01-15T04:00:00.5-05:30',
  ])('is accepted with a time written as %s', (written) => {
    expect(isAccepted({ timestamp: written })).toBe(true);
  });

  it.each([
    '2026-01-15',
    '2026-01-15 09:30:00Z',
    '2026-01-15T09:30Z',
    '2026-01-15T09:30:00.Z',
    '2026-01-15T09:30:00.1234567890Z',
    '2026-01-15T09:30:00,1Z',
    '2026-01-15T09:30:00+0100',
    '2026-01-15T10:30:00+01:00 ',
    ' 2026-01-15T09:30:00Z',
    '2026-01-15T09:30:00Z, 2026-01-15T09:30:00Z',
    '+002026-01-15T09:30:00Z',
    '2026-1-15T09:30:00Z',
    '2026-01-15T9:30:00Z',
    '2026-01-15T09:30:00GMT',
  ])('is as one that is not signed with a time written as %j', (written) => {
    expect(door.readSignatureClaim(signedTriggerRequest({ timestamp: written }), NOW)).toBe('not-signed');
  });

  it.each([
    `a${signature}`,
    `${signature}0`,
    `${signature} `,
    signature.replace('=', ':'),
    signature.replace(/.$/, 'g'),
  ])('is as one that is not signed with a signature written as %j', (written) => {
    const request = signedTriggerRequest({ rawBody: '{}', headers: { 'x-webtrigger-signature': [written] } });
    expect(door.readSignatureClaim(request, NOW)).toBe('not-signed');
  });

  it.each([
    ['more than five minutes ago', new Date(NOW - MAX_SKEW_MS - 1).toISOString()],
    ['more than five minutes ahead', new Date(NOW + MAX_SKEW_MS + 1).toISOString()],
    ['on a day that does not exist', '2026-01-32T09:30:00Z'],
  ])('is out of time when it was signed %s', (_, written) => {
    expect(door.readSignatureClaim(signedTriggerRequest({ timestamp: written }), NOW)).toBe('stale');
  });

  it('has a cause for the log where it is refused', () => {
    const [first] = buildKeyRing().keys;
    if (first === undefined) throw new Error('no key');
    const cause = (keys: readonly SigningKey[] | undefined, secret = SECRET) => {
      const claim = readSignatureClaim(signedTriggerRequest({ secret }), NOW);
      return claim && door.findSigningKey(keys && { ...buildKeyRing(), keys: [...keys] }, claim, NOW);
    };
    const expired = { ...first, expiresAt: NOW };
    expect(cause(undefined)).toBe('no-key');
    expect(cause([])).toBe('no-key');
    expect(cause([first], OTHER_SECRET)).toBe('wrong-signature');
    expect(cause([expired], OTHER_SECRET)).toBe('wrong-signature');
    expect(cause([expired])).toBe('expired-key');
    expect(cause([{ ...first, secret: OTHER_SECRET }, expired])).toBe('expired-key');
    // The same secret twice, of which one has ended: whichever lasts is the one.
    expect(cause([expired, first])).toEqual(first);
  });
});
