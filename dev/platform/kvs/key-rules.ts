import { KvsRefusal } from './kvs-answer';

const MAX_KEY_LENGTH = 500;
const KEY_FORMAT = /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/;

/**
 * Refuses a key that the service refuses: empty, over 500 characters, or with a character such as `/`, `+`, `=`, `~`.
 * @throws {KvsRefusal}
 * @see https://developer.atlassian.com/platform/forge/limits-kvs-ce/ ("Key and object size limits")
 */
export const assertKey = (key: string, emptyCode: 'KEY_TOO_SHORT' | 'EMPTY_KEY'): void => {
  if (key.length === 0) {
    throw new KvsRefusal(emptyCode, 'Key cannot be empty');
  }
  if (key.length > MAX_KEY_LENGTH) {
    throw new KvsRefusal('KEY_TOO_LONG', `Key must be at most ${MAX_KEY_LENGTH} characters`);
  }
  if (!KEY_FORMAT.test(key)) {
    throw new KvsRefusal('INVALID_KEY', `Key must match ${KEY_FORMAT.source}`);
  }
};
