import { createHmac, timingSafeEqual } from 'node:crypto';

import type { WebTriggerKey } from './web-trigger-keys';
import type { WebTriggerHttpRequest } from './web-trigger-request';

export type Verification =
  | { readonly kind: 'verified'; readonly key: WebTriggerKey }
  | { readonly kind: 'refused' }
  /** What the RFC says nothing about. */
  | { readonly kind: 'not-modelled'; readonly what: string };

const MAX_SKEW_MS = 10 * 60_000;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;
const REFUSED: Verification = { kind: 'refused' };

/**
 * The platform's verification of `request.authentication: hmacSharedSecret`: HMAC-SHA256 with one of the trigger's keys
 * over the raw body, or over `<timestamp>.<body>` where there is a timestamp, which then may be ten minutes off. No nonce,
 * no memory of what was sent before. Written without any code of the app, so that both can be held against the RFC.
 * @see https://community.developer.atlassian.com/t/rfc-141-hmac-authenticated-web-triggers/102029
 */
export const verifyWebTrigger = (
  request: WebTriggerHttpRequest,
  keys: readonly WebTriggerKey[],
  nowMs: number,
): Verification => {
  const signatures = valuesOf(request, 'x-webtrigger-signature');
  const timestamps = valuesOf(request, 'x-webtrigger-timestamp');
  if (signatures.length > 1 || timestamps.length > 1) {
    return { kind: 'not-modelled', what: 'a repeated signature header' };
  }
  const [timestamp] = timestamps;
  const presented = /^sha256=([0-9a-f]{64})$/.exec(signatures[0] ?? '')?.[1];
  if (presented === undefined || (timestamp !== undefined && !isInTime(timestamp, nowMs))) {
    return REFUSED;
  }
  const signature = Buffer.from(presented, 'hex');
  const key = keys.find(
    ({ secret, expiresAt }) =>
      (expiresAt === undefined || nowMs < expiresAt) &&
      timingSafeEqual(digest(secret, timestamp, request.body), signature),
  );
  return key === undefined ? REFUSED : { kind: 'verified', key };
};

const valuesOf = ({ rawHeaders }: WebTriggerHttpRequest, name: string): readonly string[] =>
  rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);

const isInTime = (timestamp: string, nowMs: number): boolean =>
  RFC_3339.test(timestamp) && Math.abs(nowMs - Date.parse(timestamp)) <= MAX_SKEW_MS;

const digest = (secret: Buffer, timestamp: string | undefined, body: Buffer | string): Buffer =>
  createHmac('sha256', secret)
    .update(timestamp === undefined ? '' : `${timestamp}.`)
    .update(body)
    .digest();
