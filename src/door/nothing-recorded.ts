import type { DoorPorts } from './handle-request';
import { openUsageAccount } from './usage-account';

/**
 * Ports that leave no row of the audit, no day of use of a key and no search of a day, for a request that no key holder
 * made. It counts against the limits like any other: what it costs is real.
 */
export const nothingRecorded: Pick<DoorPorts, 'audit' | 'spaceUsage' | 'openAccount'> = {
  audit: { appendOnceAMinute: () => Promise.resolve() },
  spaceUsage: { count: () => Promise.resolve() },
  openAccount: (input, { need }) => openUsageAccount(input, { need }),
};
