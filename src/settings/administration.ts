import * as v from 'valibot';
import type { AdminStatus, CreatedKey, Refusal } from '../contract/settings-api';
import { awaitAll } from '../fence/await-all';
import type { KeyRingStore } from '../keys/key-ring';
import { readOpenSpaces, type ShardStore } from '../fence/opt-in-registry';
import { MAX_REQUESTS_PER_MINUTE, type PolicyStore } from '../fence/policy';
import type { Caller, CallerRights } from './caller';

export type AdministrationPorts = {
  readonly shards: ShardStore;
  readonly policy: PolicyStore;
  readonly keyRings: KeyRingStore;
  readonly rights: CallerRights;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};

export type AdministrationFunctions = {
  readonly getStatus: (caller: Caller) => Promise<AdminStatus>;
  readonly createKey: (caller: Caller) => Promise<CreatedKey>;
  readonly setPaused: (caller: Caller, payload: unknown) => Promise<AdminStatus>;
  readonly setLimits: (caller: Caller, payload: unknown) => Promise<AdminStatus>;
};

/** Twelve months, as the platform's own web trigger keys have. */
const KEY_LIFETIME_MS = 365 * 86_400_000;
const SECRET_BYTES = 32;

const pausedPayload = v.strictObject({ paused: v.boolean() });
const limitsPayload = v.strictObject({
  requestsPerMinute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_REQUESTS_PER_MINUTE)),
});

const NOT_ADMIN = { refused: 'not-confluence-admin' } as const;

/**
 * What the admin page can do. Whether the caller administers Confluence is asked of Confluence as that caller, before
 * anything else, on every call.
 *
 * @throws {ConfluenceFailure} {StorageUnavailable} from every function
 */
export const createAdministration = (ports: AdministrationPorts): AdministrationFunctions => {
  const { shards, policy, keyRings, rights, now, randomBytes } = ports;
  const isAdmin = async ({ accountId }: Caller): Promise<boolean> =>
    accountId !== undefined && (await rights.administersConfluence());
  const toSecret = (): string => Buffer.from(randomBytes(SECRET_BYTES)).toString('base64');

  const show = async (refused?: Refusal): Promise<AdminStatus> => {
    const [open, { paused, requestsPerMinute }, ring] = await awaitAll([
      readOpenSpaces(shards),
      policy.read(),
      keyRings.read(),
    ]);
    const [key] = ring?.keys ?? [];
    return {
      paused,
      requestsPerMinute,
      spacesOptedIn: open.size,
      ...(key === undefined
        ? {}
        : {
            key: { createdAt: new Date(key.createdAt).toISOString(), expiresAt: new Date(key.expiresAt).toISOString() },
          }),
      ...(refused === undefined ? {} : { refused }),
    };
  };

  return {
    getStatus: async (caller) => ((await isAdmin(caller)) ? show() : NOT_ADMIN),
    createKey: async (caller) => {
      if (!(await isAdmin(caller))) return NOT_ADMIN;
      const former = await keyRings.read();
      const key = { secret: toSecret(), createdAt: now(), expiresAt: now() + KEY_LIFETIME_MS };
      await keyRings.write({
        keys: [key],
        cursorSecret: former?.cursorSecret ?? toSecret(),
        siteUrl: caller.siteUrl ?? former?.siteUrl ?? '',
      });
      // Of two admins at once, the one whose key was written over is told so.
      if ((await keyRings.read())?.keys[0]?.secret !== key.secret) return { refused: 'busy' };
      return {
        secret: key.secret,
        createdAt: new Date(key.createdAt).toISOString(),
        expiresAt: new Date(key.expiresAt).toISOString(),
      };
    },
    setPaused: async (caller, payload) => {
      if (!(await isAdmin(caller))) return NOT_ADMIN;
      const parsed = v.safeParse(pausedPayload, payload);
      if (!parsed.success) return show('invalid-payload');
      await policy.writePaused(parsed.output.paused);
      return show();
    },
    setLimits: async (caller, payload) => {
      if (!(await isAdmin(caller))) return NOT_ADMIN;
      const parsed = v.safeParse(limitsPayload, payload);
      if (!parsed.success) return show('invalid-payload');
      const { pointsPerHour } = await policy.read();
      await policy.writeLimits({ ...parsed.output, pointsPerHour });
      return show();
    },
  };
};
