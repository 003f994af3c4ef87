import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import { awaitAll } from '../fence/await-all';
import { exclusionsSchema } from '../fence/exclusions';
import {
  DEFAULT_POLICY,
  MAX_CHARS,
  MAX_POINTS_PER_HOUR,
  MAX_REQUESTS_PER_MINUTE,
  MAX_RESULTS,
  MIN_CHARS,
  OPENERS,
  type PolicyStore,
} from '../fence/policy';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { stored } from './kvs-failure';

const PAUSED = 'policy:paused';
const LIMITS = 'policy:limits';
const RULES = 'policy:rules';

const wholeNumber = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

const limitsRecord = v.strictObject({
  requestsPerMinute: wholeNumber(0, MAX_REQUESTS_PER_MINUTE),
  pointsPerHour: wholeNumber(0, MAX_POINTS_PER_HOUR),
});

const rulesRecord = v.strictObject({
  optInBy: v.picklist(OPENERS),
  exclusions: exclusionsSchema,
  caps: v.strictObject({ maxResults: wholeNumber(1, MAX_RESULTS), maxChars: wholeNumber(MIN_CHARS, MAX_CHARS) }),
});

const record = v.strictObject({ paused: v.boolean(), limits: limitsRecord, rules: rulesRecord });

const { paused: PAUSED_BY_DEFAULT, requestsPerMinute, pointsPerHour, ...DEFAULT_RULES } = DEFAULT_POLICY;
const DEFAULT_LIMITS = { requestsPerMinute, pointsPerHour };

/** The site's policy in Forge storage. */
export const kvsPolicyStore: PolicyStore = {
  read: async () => {
    const [paused, limits, rules] = await stored('policy', () =>
      awaitAll([kvs.get<unknown>(PAUSED), kvs.get<unknown>(LIMITS), kvs.get<unknown>(RULES)]),
    );
    const parsed = v.safeParse(record, {
      paused: paused ?? PAUSED_BY_DEFAULT,
      limits: limits ?? DEFAULT_LIMITS,
      rules: rules ?? DEFAULT_RULES,
    });
    if (!parsed.success) throw new StorageUnavailable('policy');
    return { paused: parsed.output.paused, ...parsed.output.limits, ...parsed.output.rules };
  },
  writePaused: (paused) => stored('policy', () => kvs.set(PAUSED, paused)),
  writeLimits: (limits) => stored('policy', () => kvs.set(LIMITS, limits)),
  writeRules: (rules) => stored('policy', () => kvs.set(RULES, rules)),
};
