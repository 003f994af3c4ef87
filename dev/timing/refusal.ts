import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { TriggerRequest } from '../../src/door/trigger-request';

/** Ways in which a well-formed, fresh request fails to authenticate; the first twice, as the measure of chance. */
export const REFUSALS = [
  'wrong key',
  'wrong key again',
  'wrong key, two keys',
  'tampered',
  'no key yet',
  'expired key',
] as const;

export type Refusal = (typeof REFUSALS)[number];

const YEAR_MS = 365 * 86_400_000;

/** What an installation has stored, as the storage holds it, and what somebody sends. */
export type RefusedCase = {
  readonly storedRing: string | undefined;
  /** A new one at each call, and all of one length. */
  readonly request: () => TriggerRequest;
};

const newSecret = (): string => randomBytes(32).toString('base64');

const storedKey = (secret: string, expiresAt: number) => ({
  id: randomBytes(6).toString('hex'),
  secret,
  createdAt: expiresAt - YEAR_MS,
  expiresAt,
});

/** Makes one case of refusal: a key ring and requests that it does not let in. */
export const createRefusedCase = (
  refusal: Refusal,
  { nowMs, bodyBytes }: { readonly nowMs: number; readonly bodyBytes: number },
): RefusedCase => {
  const held = newSecret();
  const other = newSecret();
  const ring = (...keys: readonly object[]): string =>
    JSON.stringify({ keys, cursorSecret: newSecret(), siteUrl: 'https://example.atlassian.net' });
  const active = storedKey(held, nowMs + YEAR_MS);
  const rings: Readonly<Record<Refusal, string | undefined>> = {
    'wrong key': ring(active),
    'wrong key again': ring(active),
    'wrong key, two keys': ring(active, storedKey(newSecret(), nowMs + YEAR_MS)),
    tampered: ring(active),
    'no key yet': undefined,
    'expired key': ring(storedKey(held, nowMs - 1)),
  };
  const signsWithHeld = refusal === 'expired key' || refusal === 'tampered';

  return {
    storedRing: rings[refusal],
    request: () => {
      const bare = JSON.stringify({ requestId: randomUUID(), operation: 'search', query: '' });
      const text = bare.replace('""', `"${'x'.repeat(Math.max(0, bodyBytes - bare.length))}"`);
      // Copied, because V8 puts a joined text together only when it is first read, and one case would read it here.
      const body = Buffer.from(text).toString();
      const timestamp = new Date(nowMs).toISOString();
      const key = Buffer.from(signsWithHeld ? held : other, 'base64');
      const signed = refusal === 'tampered' ? body.replace('search', 'zearch') : body;
      const signature = createHmac('sha256', key).update(`${timestamp}.${signed}`, 'utf8').digest('hex');
      return {
        method: 'POST',
        headers: {
          'content-type': ['application/json'],
          'x-webtrigger-timestamp': [timestamp],
          'x-webtrigger-signature': [`sha256=${signature}`],
        },
        body,
      };
    },
  };
};
