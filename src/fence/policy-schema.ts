import * as v from 'valibot';
import { exclusionsSchema } from './exclusions';
import {
  MAX_CHARS,
  MAX_POINTS_PER_HOUR,
  MAX_REQUESTS_PER_MINUTE,
  MAX_RESULTS,
  MIN_CHARS,
  OPENERS,
  type Limits,
  type Rules,
} from './policy';

const wholeNumber = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/**
 * The parts of a policy, for what admins send and for what is stored alike: what can be written and not read back would
 * keep every request from being answered.
 */
export const policySchema = {
  limits: {
    requestsPerMinute: wholeNumber(0, MAX_REQUESTS_PER_MINUTE),
    pointsPerHour: wholeNumber(0, MAX_POINTS_PER_HOUR),
  },
  rules: {
    optInBy: v.picklist(OPENERS),
    exclusions: exclusionsSchema,
    caps: v.strictObject({ maxResults: wholeNumber(1, MAX_RESULTS), maxChars: wholeNumber(MIN_CHARS, MAX_CHARS) }),
  },
} satisfies {
  readonly limits: Readonly<Record<keyof Limits, v.GenericSchema>>;
  readonly rules: Readonly<Record<keyof Rules, v.GenericSchema>>;
};
