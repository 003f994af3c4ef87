import { describe, expect, it, jest } from '@jest/globals';
import { expiresSoon, isActive } from '../../src/keys/key-expiry';
import { deriveKeyId } from '../../src/keys/key-id';
import { isSigningSecret } from '../../src/keys/is-signing-secret';
import { parseKeyRing, readStoredRing } from '../../src/keys/key-ring';

const DAY_MS = 86_400_000;
const secret = Buffer.alloc(32, 3).toString('base64');
const key = { id: 'abcdef012345', secret, createdAt: 1, expiresAt: 2 };
const ring = { keys: [key], cursorSecret: Buffer.alloc(32, 7).toString('base64'), siteUrl: 'https://example.net' };

describe('parseKeyRing', () => {
  it('reads what the app writes: no key, one or two', () => {
    for (const keys of [[], [key], [key, { ...key, id: '000000000000' }]]) {
      expect(parseKeyRing({ ...ring, keys })).toEqual({ ...ring, keys });
    }
  });

  it('reads a ring of before keys had ids, with the same id every time', () => {
    const { id, ...former } = key;
    const read = parseKeyRing({ ...ring, keys: [former] });
    expect(read).toEqual({ ...ring, keys: [{ ...former, id: deriveKeyId(secret) }] });
    expect(read?.keys[0]?.id).toMatch(/^[0-9a-f]{12}$/);
    expect(read?.keys[0]?.id).not.toBe(id);
    expect(parseKeyRing({ ...ring, keys: [former] })).toEqual(read);
    expect(parseKeyRing(read)).toEqual(read);
  });

  it('gives different secrets different ids', () => {
    expect(deriveKeyId(secret)).not.toBe(deriveKeyId(Buffer.alloc(32, 4).toString('base64')));
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a third key', { ...ring, keys: [key, key, key] }],
    ['an id that is none', { ...ring, keys: [{ ...key, id: 'ABCDEF012345' }] }],
    ['an id that is too long', { ...ring, keys: [{ ...key, id: `${key.id}0` }] }],
    ['a short secret', { ...ring, keys: [{ ...key, secret: Buffer.alloc(31).toString('base64') }] }],
    ['a long secret', { ...ring, keys: [{ ...key, secret: Buffer.alloc(65).toString('base64') }] }],
    ['a secret that is not base64', { ...ring, keys: [{ ...key, secret: secret.replace('=', '*') }] }],
    ['a cursor secret of another length', { ...ring, cursorSecret: Buffer.alloc(33).toString('base64') }],
    ['a member too many', { ...ring, more: 1 }],
    ['a member of a key too many', { ...ring, keys: [{ ...key, more: 1 }] }],
    ['a cursor secret with something before it', { ...ring, cursorSecret: `A${ring.cursorSecret}` }],
    ['a cursor secret with something behind it', { ...ring, cursorSecret: `${ring.cursorSecret}=` }],
    ['a cursor secret in another alphabet', { ...ring, cursorSecret: ring.cursorSecret.replace('B', '-') }],
    ['no cursor secret', { keys: [key], siteUrl: ring.siteUrl }],
    ['no list of keys', { cursorSecret: ring.cursorSecret, siteUrl: ring.siteUrl }],
    ['a key without times', { ...ring, keys: [{ id: key.id, secret }] }],
    ['no address', { keys: [key], cursorSecret: ring.cursorSecret }],
  ])('refuses %s', (_, value) => {
    expect(parseKeyRing(value)).toBeUndefined();
  });
});

describe('isActive', () => {
  it('holds until the moment of the end', () => {
    expect(isActive({ expiresAt: 100 }, 99)).toBe(true);
    expect(isActive({ expiresAt: 100 }, 100)).toBe(false);
  });
});

describe('expiresSoon', () => {
  it('holds within the last 30 days, and afterwards', () => {
    const expiresAt = 400 * DAY_MS;
    expect(expiresSoon({ expiresAt }, 370 * DAY_MS - 1)).toBe(false);
    expect(expiresSoon({ expiresAt }, 370 * DAY_MS)).toBe(true);
    expect(expiresSoon({ expiresAt }, 401 * DAY_MS)).toBe(true);
  });
});

describe('readStoredRing', () => {
  it('reads a ring, the lack of one, and what is none', () => {
    expect(readStoredRing(ring)).toEqual(ring);
    expect(readStoredRing(undefined)).toBeUndefined();
    for (const value of [null, {}, '', { ...ring, keys: [key, key, key] }]) {
      expect(readStoredRing(value)).toBe('unusable');
    }
  });

  it('looks at two keys whether there are two, one or none, and whether a ring is stored at all', () => {
    const decoded = jest.spyOn(Buffer, 'from');
    for (const value of [undefined, ...[[], [key], [key, key]].map((keys) => ({ ...ring, keys }))]) {
      decoded.mockClear();
      readStoredRing(value);
      expect(decoded).toHaveBeenCalledTimes(2);
    }
  });
});

describe('isSigningSecret', () => {
  it.each([32, 33, 34, 63, 64])('takes base64 of %i bytes', (size) => {
    expect(isSigningSecret(Buffer.alloc(size, 0xfb).toString('base64'))).toBe(true);
  });

  it.each([0, 31, 65, 66])('does not take base64 of %i bytes', (size) => {
    expect(isSigningSecret(Buffer.alloc(size, 0xfb).toString('base64'))).toBe(false);
  });

  const [whole, one, two] = [33, 32, 34].map((size) => Buffer.alloc(size, 0xfb).toString('base64'));
  it.each([
    ` ${String(whole)}`,
    `${String(whole)}\n`,
    `${String(whole)}A`,
    `${String(whole)}AA`,
    `${String(whole)}AAA`,
    `${String(whole)}=`,
    `=${String(whole)}`,
    `${String(one)}${String(one)}`,
    String(one).replace('=', ''),
    String(one).replace('=', '=='),
    String(two).replace('==', '='),
    String(whole).replaceAll('+', '-'),
    `${String(one).slice(0, 10)} ${String(one).slice(10)}`,
    `****${String(whole)}`,
    `${String(whole)}**==`,
    `${String(whole)}***=`,
  ])('does not take %j', (text) => {
    expect(isSigningSecret(text)).toBe(false);
  });
});
