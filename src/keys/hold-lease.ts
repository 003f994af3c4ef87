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

/** What the holder of a lease is given. */
export type HeldLease = {
  /**
   * Whether there is still time to write what the lease guards; to be asked right before each write. What goes on after a Forge
   * invocation has returned may be resumed in another one, by when somebody else may have changed it.
   */
  readonly mayWrite: () => boolean;
};

/** Longer than any resolver function runs (25 s): a write that begins within it has as long again to end. */
const WRITE_WITHIN_MS = 30_000;
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
  work: (lease: HeldLease) => Promise<T>,
): Promise<T | undefined> => {
  const seen = await leases.read();
  if (seen !== undefined && now() < Date.parse(seen.until)) return undefined;
  const heldFrom = now();
  const held: Lease = {
    holder: Buffer.from(randomBytes(HOLDER_BYTES)).toString('hex'),
    until: new Date(heldFrom + LEASE_MS).toISOString(),
  };
  if (!(await leases.replace(seen, held))) return undefined;
  try {
    return await work({ mayWrite: () => now() < heldFrom + WRITE_WITHIN_MS });
  } finally {
    // The work is done or has failed, and that is what the caller must learn: a lease that stays ends by itself.
    await leases.remove(held).catch(() => undefined);
  }
};
