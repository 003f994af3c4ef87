import * as v from 'valibot';
import { isSigningSecret } from './is-signing-secret';

const base64Key = v.pipe(v.string(), v.check(isSigningSecret));

const keyRing = v.strictObject({
  keys: v.array(v.strictObject({ secret: base64Key, createdAt: v.number(), expiresAt: v.number() })),
  cursorSecret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/)),
  siteUrl: v.string(),
});

/**
 * The installation's secrets, kept together in one secret record so that authentication reads once.
 * Secrets are base64, of 32 to 64 bytes to sign with and of 32 for cursors; times are milliseconds since the epoch.
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
