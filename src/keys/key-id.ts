import { createHash } from 'node:crypto';

/** Random bytes of a key's id. */
export const KEY_ID_BYTES = 6;

const KEY_ID = /^[0-9a-f]{12}$/;

/** Whether a text may be the id of a key: what admins, the audit and the counts of use call it by. Not secret. */
export const isKeyId = (text: string): boolean => KEY_ID.test(text);

/**
 * The id of a key that was stored before keys had ids: the same at every reading, until the next write stores it. The
 * first 48 bits of a hash tell nothing of a secret of 256 random bits.
 */
export const deriveKeyId = (secret: string): string =>
  createHash('sha256')
    .update(secret)
    .digest('hex')
    .slice(0, 2 * KEY_ID_BYTES);
