import { createHmac } from 'node:crypto';
import type { SigningKey } from './key-ring';

/** The headers that sign a body: those of docs/http-api.md. @param timestamp RFC 3339 */
export const signBody = (
  body: string,
  { secret, timestamp }: Pick<SigningKey, 'secret'> & { readonly timestamp: string },
): Readonly<Record<'x-webtrigger-timestamp' | 'x-webtrigger-signature', readonly string[]>> => {
  const digest = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${timestamp}.${body}`, 'utf8')
    .digest('hex');
  return { 'x-webtrigger-timestamp': [timestamp], 'x-webtrigger-signature': [`sha256=${digest}`] };
};
