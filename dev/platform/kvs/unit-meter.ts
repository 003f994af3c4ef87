import type { Clock } from '../../clock';
import { KvsRefusal } from './kvs-answer';

/** Limits of one installation. @see https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const STORAGE_LIMITS = {
  unitBytes: 10_000,
  readUnitsPerMinute: 4000,
  writeUnitsPerMinute: 4000,
  requestsPerSecond: 1000,
  readBytesPerSecondAndKey: 12_000_000,
  writeBytesPerSecondAndKey: 1_000_000,
  /** @see https://developer.atlassian.com/platform/forge/storage-reference/batchops ("Limitations") */
  batchesPerMinute: 45,
} as const;

export type UnitUse = { readonly thisMinute: number; readonly total: number };
export type Access = 'read' | 'write';

/** Counts what an installation uses, in windows of the site's clock; what is refused is not counted. */
export type UnitMeter = {
  /** @throws {KvsRefusal} past the limit of requests in a second. */
  readonly countRequest: () => void;
  /** @throws {KvsRefusal} past the limit of batches in a minute. */
  readonly countBatch: () => void;
  /**
   * Charges the size of a request or answer, rounded up to whole units, at least one.
   * @throws {KvsRefusal} past the limit of units in a minute, with `code`.
   */
  readonly charge: (access: Access, bytes: number, code?: 'RATE_LIMIT_EXCEEDED' | 'TOO_MANY_REQUESTS') => void;
  /** @throws {KvsRefusal} past the limit of bytes that one key may move in a second. */
  readonly chargeKey: (access: Access, key: string, bytes: number) => void;
  readonly use: (access: Access) => UnitUse;
};

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

export const createUnitMeter = (clock: Clock): UnitMeter => {
  const minute = createWindow(clock, MINUTE_MS);
  const second = createWindow(clock, SECOND_MS);
  const total = { read: 0, write: 0 };

  const take = (window: Window, name: string, amount: number, limit: number, code: LimitCode): void => {
    if (!window.take(name, amount, limit)) {
      throw new KvsRefusal(code, `Over the limit of ${limit}: ${name}`);
    }
  };

  return {
    countRequest: () => {
      take(second, 'requests a second', 1, STORAGE_LIMITS.requestsPerSecond, 'RATE_LIMIT_EXCEEDED');
    },
    countBatch: () => {
      take(minute, 'batch operations a minute', 1, STORAGE_LIMITS.batchesPerMinute, 'RATE_LIMIT_EXCEEDED');
    },
    charge: (access, bytes, code = 'RATE_LIMIT_EXCEEDED') => {
      const units = Math.max(1, Math.ceil(bytes / STORAGE_LIMITS.unitBytes));
      const limit = access === 'read' ? STORAGE_LIMITS.readUnitsPerMinute : STORAGE_LIMITS.writeUnitsPerMinute;
      take(minute, `${access} units a minute`, units, limit, code);
      total[access] += units;
    },
    chargeKey: (access, key, bytes) => {
      const limit =
        access === 'read' ? STORAGE_LIMITS.readBytesPerSecondAndKey : STORAGE_LIMITS.writeBytesPerSecondAndKey;
      take(second, `bytes a second to ${access} ${key}`, bytes, limit, 'RATE_LIMIT_EXCEEDED');
    },
    use: (access) => ({ thisMinute: minute.taken(`${access} units a minute`), total: total[access] }),
  };
};

type LimitCode = 'RATE_LIMIT_EXCEEDED' | 'TOO_MANY_REQUESTS';
type Window = {
  readonly take: (name: string, amount: number, limit: number) => boolean;
  readonly taken: (name: string) => number;
};

const createWindow = (clock: Clock, lengthMs: number): Window => {
  let number = -1;
  let counts = new Map<string, number>();
  const current = (): Map<string, number> => {
    const now = Math.floor(clock.now() / lengthMs);
    if (now !== number) {
      number = now;
      counts = new Map();
    }
    return counts;
  };
  const taken = (name: string): number => current().get(name) ?? 0;
  return {
    taken,
    take: (name, amount, limit) => {
      const sum = taken(name) + amount;
      if (sum > limit) {
        return false;
      }
      current().set(name, sum);
      return true;
    },
  };
};
