import type { Lease, LeaseStore } from '../../src/keys/hold-lease';

/** Leases in memory; reads and writes end in later turns, so that concurrent callers meet. */
export const createInMemoryLeases = (): LeaseStore & { readonly current: () => Lease | undefined } => {
  let current: Lease | undefined;
  return {
    current: () => current,
    read: async () => {
      await Promise.resolve();
      return current;
    },
    replace: async (seen, next) => {
      await Promise.resolve();
      if (current?.holder !== seen?.holder) return false;
      current = next;
      return true;
    },
    remove: async (held) => {
      await Promise.resolve();
      if (current?.holder === held.holder) current = undefined;
    },
  };
};
