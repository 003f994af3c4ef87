import { createHmac, randomUUID } from 'node:crypto';
import type { TriggerRequest } from '../../src/door/trigger-request';
import { NOW, SECRET } from './in-memory-door-ports';

export type SignedOptions = {
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly secret?: string;
  readonly timestamp?: string;
  /** Replaces, adds or (with `undefined`) removes headers after signing. */
  readonly headers?: Readonly<Record<string, readonly string[] | undefined>>;
  readonly method?: string;
};

/** A request as Forge hands it over, signed with `node:crypto` alone. */
export const signedTriggerRequest = (options: SignedOptions = {}): TriggerRequest => {
  const body = options.rawBody ?? JSON.stringify(options.body ?? { requestId: randomUUID(), operation: 'status' });
  const timestamp = options.timestamp ?? new Date(NOW).toISOString();
  const key = Buffer.from(options.secret ?? SECRET, 'base64');
  const signature = createHmac('sha256', key).update(`${timestamp}.${body}`, 'utf8').digest('hex');
  const headers: NonNullable<SignedOptions['headers']> = {
    'content-type': ['application/json'],
    'x-webtrigger-timestamp': [timestamp],
    'x-webtrigger-signature': [`sha256=${signature}`],
    ...options.headers,
  };
  return {
    method: options.method ?? 'POST',
    headers: Object.fromEntries(
      Object.entries(headers).flatMap(([name, values]) => (values === undefined ? [] : [[name, values]])),
    ),
    body,
  };
};
