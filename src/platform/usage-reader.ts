import type { UsageReader } from '../audit/usage';
import { reportUsage, toDayCounts } from '../door/report-usage';
import { readUsage } from '../door/reserve-usage';
import { readSpaceDays } from './space-usage-store';
import { kvsUsageStore } from './usage-store';

/** The counts of use in Forge storage. */
export const kvsUsageReader: UsageReader = {
  readUsage: async () => reportUsage(await readUsage(kvsUsageStore), Date.now()),
  readSpaceUsage: async (spaceId) => toDayCounts((await readSpaceDays(spaceId))?.days ?? new Map(), Date.now()),
};
