import type { Clock } from '../clock';
import { keepEvidence } from '../log-evidence';
import { PlatformError } from './platform-error';

/** A secret that the platform verifies requests to a web trigger with; times in epoch milliseconds. */
export type WebTriggerKey = { readonly secret: Buffer; readonly expiresAt?: number };

export type WebTriggerKeys = {
  /**
   * Gives a web trigger a secret, as `forge webtrigger create --readSecretKey` does: for twelve months unless it is not to
   * expire. A third replaces the oldest.
   * @throws {PlatformError} `invalid-key` for what is not base64 of 32 to 64 bytes.
   */
  readonly add: (moduleKey: string, secret: string, options?: { readonly noExpiry?: boolean }) => void;
  readonly of: (moduleKey: string) => readonly WebTriggerKey[];
};

const MAX_KEYS = 2;
const LIFETIME_MS = 365 * 86_400_000;

/**
 * The platform's own keys; not kept across restarts.
 * @see https://community.developer.atlassian.com/t/rfc-141-hmac-authenticated-web-triggers/102029
 */
export const createWebTriggerKeys = (clock: Clock): WebTriggerKeys => {
  const keys = new Map<string, readonly WebTriggerKey[]>();
  const of = (moduleKey: string): readonly WebTriggerKey[] => keys.get(moduleKey) ?? [];
  return {
    of,
    add: (moduleKey, text, { noExpiry = false } = {}) => {
      keepEvidence('secret', () => text);
      const secret = Buffer.from(text, 'base64');
      if (secret.toString('base64') !== text || secret.length < 32 || secret.length > 64) {
        throw new PlatformError('invalid-key', 'a web trigger key is base64 of 32 to 64 bytes');
      }
      const key = { secret, ...(noExpiry ? {} : { expiresAt: clock.now() + LIFETIME_MS }) };
      keys.set(moduleKey, [...of(moduleKey), key].slice(-MAX_KEYS));
    },
  };
};
