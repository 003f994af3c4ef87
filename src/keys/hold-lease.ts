import { WRITE_WITHIN_MS } from './write-window';

/** Who may change what a lease guards until when. */
export type Lease = {
  /** Random; tells this lease from every other. */
  readonly holder: string;
  /** RFC 3339. */
  readonly until: string;
};

/** Keeps at most one lease. @throws {StorageUnavailable} from every method */
export interface LeaseStore {
  read(): Promise<Lease | undefined>;
  /** Puts a lease where the seen one was; says whether nobody else did so meanwhile. */
  replace(seen: Lease | undefined, next: Lease): Promise<boolean>;
  /** Ends this lease; another one stays. */
  remove(held: Lease): Promise<void>;
}

export type LeasePorts = {
  readonly leases: LeaseStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};

/** Whoever writes what it guards within the time in which functions write has as long again for the write to end. */
const LEASE_MS = 2 * WRITE_WITHIN_MS;
const HOLDER_BYTES = 16;

/**
 * Does work that nobody else may do at the same time: change records that cannot be written under a condition, as the key
 * ring and the policy. A lease that its holder could not give back ends after a minute.
 *
 * @returns `undefined`, with nothing done, while somebody else holds the lease
 * @throws what the work throws
 * @throws {StorageUnavailable}
 */
export const holdLease = async <T extends object>(
  { leases, now, randomBytes }: LeasePorts,
  work: () => Promise<T>,
): Promise<T | undefined> => {
  const seen = await leases.read();
  if (seen !== undefined && now() < Date.parse(seen.until)) return undefined;
  const held: Lease = {
    holder: Buffer.from(randomBytes(HOLDER_BYTES)).toString('hex'),
    until: new Date(now() + LEASE_MS).toISOString(),
  };
  if (!(await leases.replace(seen, held))) return undefined;
  try {
    return await work();
  } finally {
    // The work is done or has failed, and that is what the caller must learn: a lease that stays ends by itself.
    await leases.remove(held).catch(() => undefined);
  }
};
