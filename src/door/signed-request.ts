import { createHmac, timingSafeEqual } from 'node:crypto';
import { isActive } from '../keys/key-expiry';
import { MAX_KEYS, type KeyRing, type SigningKey } from '../keys/key-ring';
import { singleHeader, type TriggerRequest } from './trigger-request';

/** Accepted difference between the caller's clock and this one, in either direction. */
export const MAX_SKEW_MS = 5 * 60_000;

const TIMESTAMP = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/;
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

/** Stands in for a key where there is none, so that refusing costs the same. Nothing signed with it is accepted. */
const NO_KEY = Buffer.alloc(32).toString('base64');

/** Why a request is not authenticated: for the log alone. */
export type UnauthorizedCause = 'not-signed' | 'stale' | 'no-key' | 'wrong-signature' | 'expired-key';

/** What was presented: well-formed and in time, not yet proven. */
export type SignatureClaim = { readonly signature: Buffer; readonly message: string };

/**
 * Reads the two signature headers and checks the clock, without any key and without storage.
 * The message is `<timestamp>.<body>`, as in Atlassian's RFC-141 (HMAC authenticated web triggers), with the timestamp
 * required: without it a request could be repeated until the key expires.
 *
 * @returns the cause when a header is missing, repeated, malformed or out of time
 */
export const readSignatureClaim = (request: TriggerRequest, nowMs: number): SignatureClaim | UnauthorizedCause => {
  const timestamp = singleHeader(request.headers, 'x-webtrigger-timestamp')?.match(TIMESTAMP)?.[0];
  const signature = singleHeader(request.headers, 'x-webtrigger-signature')?.match(SIGNATURE)?.[1];
  if (timestamp === undefined || signature === undefined) return 'not-signed';
  const signedAtMs = Date.parse(timestamp.toUpperCase());
  // Written so that NaN (a 32 January) is refused as well.
  if (!(Math.abs(nowMs - signedAtMs) <= MAX_SKEW_MS)) return 'stale';
  return { signature: Buffer.from(signature, 'hex'), message: `${timestamp}.${request.body}` };
};

const isSignedWith = (secret: Buffer, claim: SignatureClaim): boolean =>
  timingSafeEqual(createHmac('sha256', secret).update(claim.message).digest(), claim.signature);

/**
 * Finds the key that made the signature. It always costs the time of {@link MAX_KEYS} keys: whichever matches, whether
 * there are two, one or none, and whether they have expired.
 *
 * @returns the cause for a wrong signature, an expired key and a missing one, all at the same cost
 */
export const findSigningKey = (
  ring: KeyRing | undefined,
  claim: SignatureClaim,
  nowMs: number,
): SigningKey | UnauthorizedCause => {
  const slots = Array.from({ length: MAX_KEYS }, (_, index) => ring?.keys[index]);
  // No early end: every slot is reckoned before any is looked at.
  const reckoned = slots.map((key) => ({
    key,
    isSigner: isSignedWith(Buffer.from(key?.secret ?? NO_KEY, 'base64'), claim) && key !== undefined,
    isUsable: key !== undefined && isActive(key, nowMs),
  }));
  const active = reckoned.find(({ isSigner, isUsable }) => isSigner && isUsable);
  if (active?.key !== undefined) return active.key;
  if (reckoned.some(({ isSigner }) => isSigner)) return 'expired-key';
  return (ring?.keys.length ?? 0) === 0 ? 'no-key' : 'wrong-signature';
};
