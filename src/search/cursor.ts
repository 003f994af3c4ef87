import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** How long a cursor can be used. */
export const CURSOR_LIFETIME_MS = 3_600_000;

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a cursor may be used for: another query, other filters or another installation give another binding. */
export type CursorSeal = {
  /** Base64 of the installation's own 32 bytes. */
  readonly secret: string;
  /** Everything that must be the same on the next call, as text. */
  readonly binding: string;
  readonly nowMs: number;
};

const digest = (binding: string): Buffer => createHash('sha256').update(binding).digest();

/**
 * Encrypts and authenticates what the next page needs (AES-256-GCM). Confluence's own cursors carry ids of what was
 * seen, so nothing of a cursor may be readable outside.
 *
 * @param nonce 12 random bytes, never used before with this secret
 */
export const sealCursor = (state: unknown, { secret, binding, nowMs }: CursorSeal, nonce: Uint8Array): string => {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(secret, 'base64'), nonce);
  cipher.setAAD(digest(binding));
  const plain = JSON.stringify({ expiresAt: nowMs + CURSOR_LIFETIME_MS, state });
  const sealed = Buffer.concat([cipher.update(Buffer.from(plain)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
};

/** Opens a cursor; `undefined` for one that was changed, made for something else, or is older than an hour. */
export const openCursor = (cursor: string, { secret, binding, nowMs }: CursorSeal): unknown => {
  const bytes = Buffer.from(cursor, 'base64url');
  const sealed = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  if (sealed.length === 0 || bytes.toString('base64url') !== cursor) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(secret, 'base64'), bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(digest(binding));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const plain = Buffer.concat([decipher.update(sealed), decipher.final()]);
    const { expiresAt, state } = JSON.parse(plain.toString()) as { expiresAt: number; state: unknown };
    if (nowMs < expiresAt) return state;
  } catch {
    // Changed, or made for something else.
  }
  return undefined;
};
