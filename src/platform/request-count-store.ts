import { Filter, FilterConditions, kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { RequestCount, RequestCountStore } from '../door/request-limit';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { stored, wroteUnless } from './kvs-failure';

const ENTITY = 'request-count';
const countKey = (shard: number): string => `shard-${shard}`;

const record = v.strictObject({ window: v.pipe(v.number(), v.integer()), count: v.pipe(v.number(), v.integer()) });

/** Request counters as a custom entity: the platform has no increment, so a count is replaced under a condition. */
export const kvsRequestCountStore: RequestCountStore = {
  read: async (shard) => {
    const value: unknown = await stored('request count', () => kvs.entity(ENTITY).get(countKey(shard)));
    if (value === undefined) return undefined;
    const parsed = v.safeParse(record, value);
    if (!parsed.success) throw new StorageUnavailable('request count');
    return parsed.output;
  },

  replace: (shard, seen, next) =>
    seen === undefined
      ? wroteUnless('KEY_CONFLICT', 'request count', () =>
          kvs.entity<RequestCount>(ENTITY).set(countKey(shard), next, { keyPolicy: 'FAIL_IF_EXISTS' }),
        )
      : wroteUnless('CONDITIONAL_CHECK_FAILED', 'request count', () =>
          kvs
            .transact()
            .set<RequestCount>(countKey(shard), next, {
              entityName: ENTITY,
              conditions: new Filter<RequestCount>()
                .and('window', FilterConditions.equalTo(seen.window))
                .and('count', FilterConditions.equalTo(seen.count)),
            })
            .execute(),
        ),
};
