import { Filter, FilterConditions, kvs } from '@forge/kvs';
import * as v from 'valibot';
import { StorageUnavailable } from '../fence/storage-unavailable';
import type { Lease, LeaseStore } from '../keys/hold-lease';
import { stored, wroteUnless } from './kvs-failure';

const ENTITY = 'key-ring-lease';
const KEY = 'lease';

const record = v.strictObject({ holder: v.string(), until: v.pipe(v.string(), v.isoTimestamp()) });

const stillHeld = (held: Lease) => ({
  entityName: ENTITY,
  conditions: new Filter<Lease>().and('holder', FilterConditions.equalTo(held.holder)),
});

/** The lease as a custom entity: only entities can be written and deleted under a condition. */
export const kvsKeyRingLeases: LeaseStore = {
  read: async () => {
    const value: unknown = await stored('key ring lease', () => kvs.entity(ENTITY).get(KEY));
    if (value === undefined) return undefined;
    const parsed = v.safeParse(record, value);
    if (!parsed.success) throw new StorageUnavailable('key ring lease');
    return parsed.output;
  },

  replace: (seen, next) =>
    seen === undefined
      ? wroteUnless('KEY_CONFLICT', 'key ring lease', () =>
          kvs.entity<Lease>(ENTITY).set(KEY, next, { keyPolicy: 'FAIL_IF_EXISTS' }),
        )
      : wroteUnless('CONDITIONAL_CHECK_FAILED', 'key ring lease', () =>
          kvs.transact().set<Lease>(KEY, next, stillHeld(seen)).execute(),
        ),

  remove: async (held) => {
    await wroteUnless('CONDITIONAL_CHECK_FAILED', 'key ring lease', () =>
      kvs.transact().delete<Lease>(KEY, stillHeld(held)).execute(),
    );
  },
};
