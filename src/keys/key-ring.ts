import * as v from 'valibot';
import { isSigningSecret } from './is-signing-secret';
import { deriveKeyId, isKeyId } from './key-id';

/** So that a key can be replaced without an interruption, and no more: each is one more secret to guard (RFC-141). */
export const MAX_KEYS = 2;

const signingKey = v.pipe(
  v.strictObject({
    id: v.optional(v.pipe(v.string(), v.check(isKeyId))),
    secret: v.pipe(v.string(), v.check(isSigningSecret)),
    createdAt: v.number(),
    expiresAt: v.number(),
  }),
  v.transform(({ id, ...key }) => ({ id: id ?? deriveKeyId(key.secret), ...key })),
);

const keyRing = v.strictObject({
  keys: v.pipe(v.array(signingKey), v.maxLength(MAX_KEYS)),
  cursorSecret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/)),
  siteUrl: v.string(),
});

/**
 * The installation's secrets, kept together in one secret record so that authentication reads once.
 * At most {@link MAX_KEYS}, oldest first. Secrets are base64, of 32 to 64 bytes to sign with and of 32 for cursors; times
 * are milliseconds since the epoch.
 */
export type KeyRing = v.InferOutput<typeof keyRing>;
export type SigningKey = KeyRing['keys'][number];

export interface KeyRingStore {
  /** `undefined` when no key was ever created. */
  read(): Promise<KeyRing | undefined>;
  write(ring: KeyRing): Promise<void>;
}

/** Reads a stored ring; `undefined` for anything that this app has not written. */
export const parseKeyRing = (value: unknown): KeyRing | undefined => {
  const result = v.safeParse(keyRing, value);
  return result.success ? result.output : undefined;
};

const NO_SECRET = Buffer.alloc(32).toString('base64');

/** Parsed where there is no key, so that reading a ring costs the same. Nothing is done with it. */
const STAND_IN: KeyRing = {
  keys: Array.from({ length: MAX_KEYS }, () => ({
    id: deriveKeyId(NO_SECRET),
    secret: NO_SECRET,
    createdAt: 0,
    expiresAt: 0,
  })),
  cursorSecret: NO_SECRET,
  siteUrl: NO_SECRET,
};

/**
 * Reads what storage holds for the ring: `undefined` when no key was ever created. The work is that of {@link MAX_KEYS}
 * keys, whether there are two, one or none: the time of a refusal must not tell.
 */
export const readStoredRing = (value: unknown): KeyRing | undefined | 'unusable' => {
  const ring = parseKeyRing(value === undefined ? STAND_IN : value);
  parseKeyRing({ ...STAND_IN, keys: STAND_IN.keys.slice(ring?.keys.length ?? 0) });
  if (value === undefined) return undefined;
  return ring ?? 'unusable';
};
