import * as v from 'valibot';
import type { AuditLog } from '../audit/audit-log';
import type { CreatedKey } from '../contract/administration-api';
import { BUSY, type Refusal } from '../contract/refusal';
import { holdLease, type LeasePorts } from '../keys/hold-lease';
import { isActive } from '../keys/key-expiry';
import { isKeyId, KEY_ID_BYTES } from '../keys/key-id';
import { MAX_KEYS, type KeyRing, type KeyRingStore, type SigningKey } from '../keys/key-ring';
import type { Administrator } from './administrator';
import { recordStop } from './record-stop';

export type KeyPorts = LeasePorts & { readonly keyRings: KeyRingStore; readonly audit: Pick<AuditLog, 'append'> };

export type KeyFunctions = {
  readonly create: (admin: Administrator, payload: unknown) => Promise<CreatedKey>;
  readonly revoke: (admin: Administrator, payload: unknown) => Promise<{ readonly refused?: Refusal }>;
};

const DAY_MS = 86_400_000;
/** Twelve months, as the platform's own web trigger keys have. */
const MAX_LIFETIME_DAYS = 365;
const SECRET_BYTES = 32;

const createPayload = v.optional(
  v.strictObject({
    expiresInDays: v.exactOptional(
      v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_LIFETIME_DAYS)),
      MAX_LIFETIME_DAYS,
    ),
  }),
  {},
);
const revokePayload = v.strictObject({ keyId: v.pipe(v.string(), v.check(isKeyId)) });

/**
 * Creates and revokes keys, one admin at a time. Creating a second key is a rotation with overlap: both are accepted until
 * the first is revoked. Keys that have expired do not count, and leave the ring with the next change. A key is recorded
 * right before it is made, so that there is none without a record; and right after it was revoked, so that nothing keeps a
 * leaked key alive.
 *
 * @throws {StorageUnavailable} from both functions
 */
export const createKeyFunctions = (ports: KeyPorts): KeyFunctions => {
  const { keyRings, audit, now, randomBytes } = ports;
  const toSecret = (): string => Buffer.from(randomBytes(SECRET_BYTES)).toString('base64');

  const addKey = async (admin: Administrator, lifetimeMs: number): Promise<CreatedKey> => {
    const former = await keyRings.read();
    const nowMs = now();
    const active = former?.keys.filter((key) => isActive(key, nowMs)) ?? [];
    if (active.length >= MAX_KEYS) return { refused: 'too-many-keys' };
    const key: SigningKey = {
      id: Buffer.from(randomBytes(KEY_ID_BYTES)).toString('hex'),
      secret: toSecret(),
      createdAt: nowMs,
      expiresAt: nowMs + lifetimeMs,
    };
    const ring: KeyRing = {
      keys: [...active, key],
      // Kept, so that a new key does not end what is being paged through.
      cursorSecret: former?.cursorSecret ?? toSecret(),
      siteUrl: admin.siteUrl ?? former?.siteUrl ?? '',
    };
    const createdAt = new Date(nowMs).toISOString();
    await audit.append({ at: createdAt, event: 'key-created', by: admin.accountId, keyId: key.id });
    if (!admin.mayWrite()) return BUSY;
    await keyRings.write(ring);
    return { id: key.id, secret: key.secret, createdAt, expiresAt: new Date(key.expiresAt).toISOString() };
  };

  const removeKey = async (admin: Administrator, keyId: string): Promise<{ readonly refused?: Refusal }> => {
    const ring = await keyRings.read();
    if (ring === undefined || !ring.keys.some(({ id }) => id === keyId)) return { refused: 'key-not-found' };
    const nowMs = now();
    if (!admin.mayWrite()) return BUSY;
    await keyRings.write({ ...ring, keys: ring.keys.filter((key) => key.id !== keyId && isActive(key, nowMs)) });
    await recordStop(audit, { at: new Date(nowMs).toISOString(), event: 'key-revoked', by: admin.accountId, keyId });
    return {};
  };

  return {
    create: async (admin, payload) => {
      const parsed = v.safeParse(createPayload, payload);
      if (!parsed.success) return { refused: 'invalid-payload' };
      const lifetimeMs = parsed.output.expiresInDays * DAY_MS;
      return (await holdLease(ports, () => addKey(admin, lifetimeMs))) ?? BUSY;
    },
    revoke: async (admin, payload) => {
      const parsed = v.safeParse(revokePayload, payload);
      if (!parsed.success) return { refused: 'invalid-payload' };
      return (await holdLease(ports, () => removeKey(admin, parsed.output.keyId))) ?? BUSY;
    },
  };
};
