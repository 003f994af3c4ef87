import { Filter, FilterConditions, kvs } from '@forge/kvs';
import * as v from 'valibot';
import { awaitAll } from '../fence/await-all';
import { DEFAULT_POLICY, type PolicyStore } from '../fence/policy';
import { policySchema } from '../fence/policy-schema';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { stored, wroteUnless } from './kvs-failure';

/** An entity, because only those can be deleted under a condition. There is at most one, and the site is paused by it. */
const PAUSE = { entity: 'pause', key: 'site' } as const;
type PauseRecord = { readonly name: string };

const LIMITS = 'policy:limits';
const RULES = 'policy:rules';

const pauseRecord = v.strictObject({ name: v.string() });

const record = v.strictObject({
  pause: v.optional(pauseRecord),
  limits: v.strictObject(policySchema.limits),
  rules: v.strictObject(policySchema.rules),
});

const { paused, requestsPerMinute, pointsPerHour, ...DEFAULT_RULES } = DEFAULT_POLICY;
const DEFAULT_LIMITS = { requestsPerMinute, pointsPerHour };

const getPause = (): Promise<unknown> => kvs.entity(PAUSE.entity).get(PAUSE.key);

/** The site's policy in Forge storage. */
export const kvsPolicyStore: PolicyStore = {
  read: async () => {
    const [pause, limits, rules] = await stored('policy', () =>
      awaitAll([getPause(), kvs.get<unknown>(LIMITS), kvs.get<unknown>(RULES)]),
    );
    const parsed = v.safeParse(record, {
      pause,
      limits: limits ?? DEFAULT_LIMITS,
      rules: rules ?? DEFAULT_RULES,
    });
    if (!parsed.success) throw new StorageUnavailable('policy');
    return { paused: parsed.output.pause !== undefined, ...parsed.output.limits, ...parsed.output.rules };
  },
  readPause: async () => {
    const parsed = v.safeParse(v.optional(pauseRecord), await stored('policy', getPause));
    if (!parsed.success) throw new StorageUnavailable('policy');
    return parsed.output?.name;
  },
  writePause: async (name) => {
    await stored('policy', () => kvs.entity<PauseRecord>(PAUSE.entity).set(PAUSE.key, { name }));
  },
  removePause: (name) =>
    wroteUnless('CONDITIONAL_CHECK_FAILED', 'policy', () =>
      kvs
        .transact()
        .delete<PauseRecord>(PAUSE.key, {
          entityName: PAUSE.entity,
          conditions: new Filter<PauseRecord>().and('name', FilterConditions.equalTo(name)),
        })
        .execute(),
    ),
  writeLimits: (limits) => stored('policy', () => kvs.set(LIMITS, limits)),
  writeRules: (rules) => stored('policy', () => kvs.set(RULES, rules)),
};
