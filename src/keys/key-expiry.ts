import type { SigningKey } from './key-ring';

const WARNING_MS = 30 * 86_400_000;

type Lifetime = Pick<SigningKey, 'expiresAt'>;

/** Whether requests signed with a key are accepted. */
export const isActive = ({ expiresAt }: Lifetime, nowMs: number): boolean => nowMs < expiresAt;

/** Whether a key ends within 30 days, when the platform warns of its own keys too (RFC-141), or has ended. */
export const expiresSoon = ({ expiresAt }: Lifetime, nowMs: number): boolean => expiresAt - nowMs <= WARNING_MS;
