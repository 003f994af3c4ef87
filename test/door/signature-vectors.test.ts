import { describe, expect, it } from '@jest/globals';
import { findSigningKey, readSignatureClaim } from '../support/signature';
import { buildKeyRing, NOW } from '../support/in-memory-door-ports';

/**
 * Known answers, made by two implementations that agreed on each, neither of them this app's: OpenSSL 3.0.19
 *
 *     printf '%s' "$TIMESTAMP.$BODY" |
 *       openssl dgst -sha256 -mac HMAC -macopt "hexkey:$(printf %s "$SECRET" | base64 -d | od -An -tx1 | tr -d ' \n')" -r
 *
 * and Python 3.11
 *
 *     import base64, hashlib, hmac
 *     hmac.new(base64.b64decode(secret), f'{timestamp}.{body}'.encode(), hashlib.sha256).hexdigest()
 */
const VECTORS = [
  {
    what: 'a secret of 32 bytes',
    secret: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
    timestamp: '2026-01-15T09:30:00Z',
    body: '{"requestId":"0b9f0c3e-6a3c-4b7e-9a55-2f1f6a9f3d10","operation":"status"}',
    signature: '990253f8ea009ae27d779eaba3c9fefe130aa7b2d17f84fcf4fcc64277ae4686',
  },
  {
    what: 'a secret of 64 bytes, and nanoseconds',
    secret: '//79/Pv6+fj39vX08/Lx8O/u7ezr6uno5+bl5OPi4eDf3t3c29rZ2NfW1dTT0tHQz87NzMvKycjHxsXEw8LBwA==',
    timestamp: '2026-01-15T09:30:00.123456789Z',
    body: '{"operation":"search","query":"how do we version our API?"}',
    signature: 'ae1957a32d9b577b6bd329f069747953d1aae0b21476d00759146f446d573b3c',
  },
  {
    what: 'a body outside ASCII, with a combining accent and a line separator, and a time offset',
    secret: '++++++++++++++++++++++++++++++++++++++++++8=',
    timestamp: '2026-01-15T10:30:00+01:00',
    body: '{"query":"Zürich 東京 🚀 e\u0301 \u2028"}',
    signature: 'ebfdc722e381448663298e49901ca1d43849b0ee2808980ba6ccd723c82b555f',
  },
  {
    what: 'line ends of CRLF, and small letters in the time',
    secret: 'paWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWl',
    timestamp: '2026-01-15t09:30:00z',
    body: '{\r\n\t"query": "a\\r\\nb"\r\n}\r\n',
    signature: '18691bfdbca3a203162679c9b70edc87e71f4f9d2d9c3311a6f20d5316ae5940',
  },
  {
    what: 'an empty body',
    secret: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE=',
    timestamp: '2026-01-15T09:30:00Z',
    body: '',
    signature: 'a27a064f4b861f145bbbc45013c6d9d79f02403ecfe2ce3b8dace5e7bbf8926b',
  },
];

describe('the signature', () => {
  it.each(VECTORS)('is the one that OpenSSL and Python make for $what', ({ secret, timestamp, body, signature }) => {
    const find = (presented: string) => {
      const headers = { 'x-webtrigger-timestamp': [timestamp], 'x-webtrigger-signature': [`sha256=${presented}`] };
      const claim = readSignatureClaim({ method: 'POST', headers, body }, NOW);
      return claim && findSigningKey(buildKeyRing({ secret }), claim, NOW);
    };
    expect(find(signature)?.secret).toBe(secret);
    const flipped = `${signature.startsWith('0') ? '1' : '0'}${signature.slice(1)}`;
    expect(find(flipped)).toBeUndefined();
  });
});
