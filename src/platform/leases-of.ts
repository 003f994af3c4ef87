import { Filter, FilterConditions, kvs } from '@forge/kvs';
import * as v from 'valibot';
import { StorageUnavailable } from '../fence/storage-unavailable';
import type { Lease, LeaseStore } from '../keys/hold-lease';
import { stored, wroteUnless } from './kvs-failure';

/** Named after what it kept first: a stored lease must be found under the name that it has. */
const ENTITY = 'key-ring-lease';

/** What a lease can guard, and the key of its record. */
const KEYS = { 'key ring': 'lease', policy: 'policy' } as const;

const record = v.strictObject({ holder: v.string(), until: v.pipe(v.string(), v.isoTimestamp()) });

const stillHeld = (held: Lease) => ({
  entityName: ENTITY,
  conditions: new Filter<Lease>().and('holder', FilterConditions.equalTo(held.holder)),
});

/** The lease of something as a custom entity: only entities can be written and deleted under a condition. */
export const leasesOf = (guarded: keyof typeof KEYS): LeaseStore => {
  const key = KEYS[guarded];
  const what = `${guarded} lease`;
  return {
    read: async () => {
      const value: unknown = await stored(what, () => kvs.entity(ENTITY).get(key));
      if (value === undefined) return undefined;
      const parsed = v.safeParse(record, value);
      if (!parsed.success) throw new StorageUnavailable(what);
      return parsed.output;
    },

    replace: (seen, next) =>
      seen === undefined
        ? wroteUnless('KEY_CONFLICT', what, () =>
            kvs.entity<Lease>(ENTITY).set(key, next, { keyPolicy: 'FAIL_IF_EXISTS' }),
          )
        : wroteUnless('CONDITIONAL_CHECK_FAILED', what, () =>
            kvs.transact().set<Lease>(key, next, stillHeld(seen)).execute(),
          ),

    remove: async (held) => {
      await wroteUnless('CONDITIONAL_CHECK_FAILED', what, () =>
        kvs.transact().delete<Lease>(key, stillHeld(held)).execute(),
      );
    },
  };
};
