import { createHmac } from 'node:crypto';

/** Header names and values in turn, as Node gives them. */
export type RawHeaders = readonly string[];

/** The signature header's value for any timestamp, also for one that is none. */
export const signBody = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', Buffer.from(secret, 'base64')).update(`${timestamp}.${body}`).digest('hex')}`;

/** The three headers of a signed request. */
export const signedHeaders = (secret: string, timestamp: string, body: string): RawHeaders => [
  'content-type',
  'application/json',
  'x-webtrigger-timestamp',
  timestamp,
  'x-webtrigger-signature',
  signBody(secret, timestamp, body),
];
