import type { ProblemCode } from './problem';
import { findSigningKey, readSignatureClaim, type UnauthorizedCause } from './signed-request';
import type { KeyRing, KeyRingStore, SigningKey } from '../keys/key-ring';
import { singleHeader, type TriggerRequest } from './trigger-request';

const MAX_BODY_BYTES = 64 * 1024;

export type AuthOutcome =
  | { readonly kind: 'authenticated'; readonly key: SigningKey; readonly ring: KeyRing }
  /** `cause` is there for `unauthorized`. */
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly cause?: UnauthorizedCause };

const MEDIA_TYPE = /^application\/json[ \t]*(?:;[ \t]*charset=(?:"utf-8"|utf-8)[ \t]*)?$/i;

const refuse = (code: ProblemCode): AuthOutcome => ({ kind: 'refused', code });
const unauthorized = (cause: UnauthorizedCause): AuthOutcome => ({ kind: 'refused', code: 'unauthorized', cause });

/**
 * Decides whether a request comes from somebody who holds a key, in the order of docs/http-api.md: whatever can be
 * refused without storage is; then the keys are read once. Every failure of authentication is `unauthorized`.
 *
 * @throws {StorageUnavailable}
 */
export const authenticate = async (
  request: TriggerRequest,
  { keyRings, nowMs }: { readonly keyRings: KeyRingStore; readonly nowMs: number },
): Promise<AuthOutcome> => {
  if (request.method !== 'POST') return refuse('method_not_allowed');
  if (!singleHeader(request.headers, 'content-type')?.match(MEDIA_TYPE)) return refuse('unsupported_media_type');
  if (Buffer.byteLength(request.body) > MAX_BODY_BYTES) return refuse('payload_too_large');
  const claim = readSignatureClaim(request, nowMs);
  if (typeof claim === 'string') return unauthorized(claim);
  const ring = await keyRings.read();
  const key = findSigningKey(ring, claim, nowMs);
  if (typeof key === 'string') return unauthorized(key);
  if (ring === undefined) return unauthorized('no-key');
  return { kind: 'authenticated', key, ring };
};
