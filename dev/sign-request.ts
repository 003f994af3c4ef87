import { createHmac } from 'node:crypto';

export type SignedHeaders = {
  readonly 'content-type': 'application/json';
  readonly 'x-webtrigger-timestamp': string;
  readonly 'x-webtrigger-signature': string;
};

/**
 * Signs a body as a caller does: HMAC-SHA256 over `<timestamp>.<body>` with the base64-decoded secret. Written without
 * any code of the app, so that both can be held against the rule.
 */
export const signRequest = ({
  secret,
  body,
  nowMs,
}: {
  readonly secret: string;
  readonly body: string;
  readonly nowMs: number;
}): SignedHeaders => {
  const timestamp = new Date(nowMs).toISOString();
  const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${timestamp}.${body}`).digest('hex');
  return {
    'content-type': 'application/json',
    'x-webtrigger-timestamp': timestamp,
    'x-webtrigger-signature': `sha256=${mac}`,
  };
};
