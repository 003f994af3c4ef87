import type { AdminKey } from '../../../src/contract/administration-api';

/** Keys that have not expired: only they can sign. Oldest first. */
export const activeKeys = (keys: readonly AdminKey[], nowMs: number): readonly AdminKey[] =>
  keys.filter(({ expiresAt }) => Date.parse(expiresAt) > nowMs);
