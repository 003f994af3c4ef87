import { Filter, FilterConditions, kvs } from '@forge/kvs';
import * as v from 'valibot';
import { USAGE_DAYS } from '../audit/usage';
import type { SpaceUsageStore } from '../door/space-usage';
import { decodeDays, encodeDays, keptDays } from '../door/usage-shard';
import { awaitAll } from '../fence/await-all';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { stored, wroteUnless } from './kvs-failure';

const ENTITY = 'space-usage';

type StoredSpaceUsage = { readonly version: number; readonly days: string };
type SpaceUsage = { readonly version: number; readonly days: ReadonlyMap<number, number> };

const record = v.strictObject({ version: v.pipe(v.number(), v.integer()), days: v.string() });

/** Day → searches of one space. @throws {StorageUnavailable} */
export const readSpaceDays = async (spaceId: string): Promise<SpaceUsage | undefined> => {
  const value: unknown = await stored('space usage', () => kvs.entity(ENTITY).get(spaceId));
  if (value === undefined) return undefined;
  const parsed = v.safeParse(record, value);
  const days = parsed.success ? decodeDays(parsed.output.days) : undefined;
  if (!parsed.success || days === undefined) throw new StorageUnavailable('space usage');
  return { version: parsed.output.version, days };
};

const addTo = (seen: SpaceUsage | undefined, weight: number, day: number): StoredSpaceUsage => ({
  version: (seen?.version ?? 0) + 1,
  days: encodeDays(keptDays(new Map([...(seen?.days ?? []), [day, (seen?.days.get(day) ?? 0) + weight]]), day)),
});

/** One record a space, so that it ends by itself once the space is no longer found; all of a search in one write. */
export const kvsSpaceUsageStore: SpaceUsageStore = {
  count: async (spaceIds, weight, day) => {
    if (spaceIds.length === 0) return;
    const seen = await awaitAll(spaceIds.map(async (id) => [id, await readSpaceDays(id)] as const));
    const transaction = seen.reduce(
      (building, [id, former]) =>
        building.set<StoredSpaceUsage>(
          id,
          addTo(former, weight, day),
          {
            entityName: ENTITY,
            conditions:
              former === undefined
                ? new Filter<StoredSpaceUsage>().and('version', FilterConditions.notExists())
                : new Filter<StoredSpaceUsage>().and('version', FilterConditions.equalTo(former.version)),
          },
          { ttl: { value: USAGE_DAYS, unit: 'DAYS' } },
        ),
      kvs.transact(),
    );
    await wroteUnless('CONDITIONAL_CHECK_FAILED', 'space usage', () => transaction.execute());
  },
};
