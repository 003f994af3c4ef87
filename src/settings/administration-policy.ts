import * as v from 'valibot';
import type { AuditEvent } from '../audit/audit-record';
import type { AuditLog } from '../audit/audit-log';
import type { Refusal } from '../contract/settings-api';
import { exclusionsSchema } from '../fence/exclusions';
import {
  MAX_CHARS,
  MAX_POINTS_PER_HOUR,
  MAX_REQUESTS_PER_MINUTE,
  MAX_RESULTS,
  MIN_CHARS,
  OPENERS,
  type PolicyStore,
} from '../fence/policy';
import type { Administrator } from './administrator';

export type PolicyPorts = {
  readonly policy: PolicyStore;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly now: () => number;
};

type Change = (admin: Administrator, payload: unknown) => Promise<{ readonly refused?: Refusal }>;
export type PolicyFunctions = { readonly pause: Change; readonly limit: Change; readonly rule: Change };

const wholeNumber = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const notEmpty = v.check((members: object) => Object.keys(members).length > 0);

const pausedPayload = v.strictObject({ paused: v.boolean() });

const limitsPayload = v.pipe(
  v.strictObject({
    requestsPerMinute: v.exactOptional(wholeNumber(0, MAX_REQUESTS_PER_MINUTE)),
    pointsPerHour: v.exactOptional(wholeNumber(0, MAX_POINTS_PER_HOUR)),
  }),
  notEmpty,
);

const policyPayload = v.pipe(
  v.strictObject({
    optInBy: v.exactOptional(v.picklist(OPENERS)),
    exclusions: v.exactOptional(exclusionsSchema),
    caps: v.exactOptional(
      v.strictObject({ maxResults: wholeNumber(1, MAX_RESULTS), maxChars: wholeNumber(MIN_CHARS, MAX_CHARS) }),
    ),
  }),
  notEmpty,
);

/** The parts that a payload can change, and what the audit calls them. */
const PARTS = [
  ['requestsPerMinute', 'requests-per-minute'],
  ['pointsPerHour', 'points-per-hour'],
  ['optInBy', 'opt-in-by'],
  ['exclusions', 'exclusions'],
  ['caps', 'caps'],
] as const;

const INVALID = { refused: 'invalid-payload' } as const;

/**
 * Changes the site's policy. Parts that a payload does not name stay as they are. A change is recorded right before it is
 * made, part by part, so that none is made unrecorded.
 *
 * @throws {StorageUnavailable} from every function
 */
export const createPolicyFunctions = ({ policy, audit, now }: PolicyPorts): PolicyFunctions => {
  const record = async (event: AuditEvent, { accountId }: Administrator, payload: object): Promise<void> => {
    const at = new Date(now()).toISOString();
    for (const [member, cause] of PARTS) {
      if (Object.hasOwn(payload, member)) await audit.append({ at, event, by: accountId, cause });
    }
  };

  return {
    pause: async (admin, payload) => {
      const parsed = v.safeParse(pausedPayload, payload);
      if (!parsed.success) return INVALID;
      const { paused } = parsed.output;
      await audit.append({
        at: new Date(now()).toISOString(),
        event: paused ? 'paused' : 'resumed',
        by: admin.accountId,
      });
      await policy.writePaused(paused);
      return {};
    },

    limit: async (admin, payload) => {
      const parsed = v.safeParse(limitsPayload, payload);
      if (!parsed.success) return INVALID;
      const { requestsPerMinute, pointsPerHour } = await policy.read();
      await record('limits-changed', admin, parsed.output);
      await policy.writeLimits({ requestsPerMinute, pointsPerHour, ...parsed.output });
      return {};
    },

    rule: async (admin, payload) => {
      const parsed = v.safeParse(policyPayload, payload);
      if (!parsed.success) return INVALID;
      const { optInBy, exclusions, caps } = await policy.read();
      await record('policy-changed', admin, parsed.output);
      await policy.writeRules({ optInBy, exclusions, caps, ...parsed.output });
      return {};
    },
  };
};
