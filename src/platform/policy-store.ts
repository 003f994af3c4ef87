import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { awaitAll } from '../fence/await-all';
import { DEFAULT_REQUESTS_PER_MINUTE, MAX_REQUESTS_PER_MINUTE, type PolicyStore } from '../fence/policy';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { stored } from './kvs-failure';

const PAUSED = 'policy:paused';
const REQUESTS_PER_MINUTE = 'policy:requests-per-minute';

const record = v.strictObject({
  paused: v.boolean(),
  requestsPerMinute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_REQUESTS_PER_MINUTE)),
});

/** The site's policy in Forge storage. */
export const kvsPolicyStore: PolicyStore = {
  read: async () => {
    const [paused, requestsPerMinute] = await stored('policy', () =>
      awaitAll([kvs.get<unknown>(PAUSED), kvs.get<unknown>(REQUESTS_PER_MINUTE)]),
    );
    const parsed = v.safeParse(record, {
      paused: paused ?? false,
      requestsPerMinute: requestsPerMinute ?? DEFAULT_REQUESTS_PER_MINUTE,
    });
    if (!parsed.success) throw new StorageUnavailable('policy');
    return parsed.output;
  },
  writePaused: (paused) => stored('policy', () => kvs.set(PAUSED, paused)),
  writeRequestsPerMinute: (requestsPerMinute) =>
    stored('policy', () => kvs.set(REQUESTS_PER_MINUTE, requestsPerMinute)),
};
