import * as v from 'valibot';
import type { AuditEvent } from '../audit/audit-record';
import type { AuditLog } from '../audit/audit-log';
import type { Refusal } from '../contract/settings-api';
import { exclusionsSchema, hasTooMany } from '../fence/exclusions';
import {
  MAX_CHARS,
  MAX_POINTS_PER_HOUR,
  MAX_REQUESTS_PER_MINUTE,
  MAX_RESULTS,
  MIN_CHARS,
  OPENERS,
  type PolicyStore,
} from '../fence/policy';
import { rebaseExclusions } from '../fence/rebase-exclusions';
import { holdLease, type LeasePorts, type LeaseStore } from '../keys/hold-lease';
import type { Administrator } from './administrator';
import { recordStop } from './record-stop';

export type PolicyPorts = Omit<LeasePorts, 'leases'> & {
  readonly policy: PolicyStore;
  /** Who may change limits and rules at the moment. */
  readonly policyLeases: LeaseStore;
  readonly audit: Pick<AuditLog, 'append'>;
};

type Outcome = { readonly refused?: Refusal };
type Change = (admin: Administrator, payload: unknown) => Promise<Outcome>;
export type PolicyFunctions = { readonly pause: Change; readonly limit: Change; readonly rule: Change };

const wholeNumber = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const isNotEmpty = (members: object): boolean => Object.keys(members).length > 0;

const pausedPayload = v.strictObject({ paused: v.boolean() });

const limitsPayload = v.pipe(
  v.strictObject({
    requestsPerMinute: v.exactOptional(wholeNumber(0, MAX_REQUESTS_PER_MINUTE)),
    pointsPerHour: v.exactOptional(wholeNumber(0, MAX_POINTS_PER_HOUR)),
  }),
  v.check((members) => isNotEmpty(members)),
);

const policyPayload = v.pipe(
  v.strictObject({
    optInBy: v.exactOptional(v.picklist(OPENERS)),
    exclusions: v.exactOptional(exclusionsSchema),
    exclusionsFrom: v.exactOptional(exclusionsSchema),
    caps: v.exactOptional(
      v.strictObject({ maxResults: wholeNumber(1, MAX_RESULTS), maxChars: wholeNumber(MIN_CHARS, MAX_CHARS) }),
    ),
  }),
  v.check(({ exclusions, exclusionsFrom }) => exclusions !== undefined || exclusionsFrom === undefined),
  v.check((members) => isNotEmpty(members)),
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
 * Changes the site's policy. Parts that a payload does not name stay as they are: limits and rules are read, changed and
 * written by one admin at a time, the others get `busy`. A change is recorded right before it is made, part by part, so that
 * none is made unrecorded. Pausing alone waits for nothing: it is made first, and recorded afterwards if that can be.
 *
 * @throws {StorageUnavailable} from every function
 */
export const createPolicyFunctions = (ports: PolicyPorts): PolicyFunctions => {
  const { policy, policyLeases: leases, audit, now, randomBytes } = ports;
  const timestamp = (): string => new Date(now()).toISOString();

  const record = async (event: AuditEvent, { accountId }: Administrator, payload: object): Promise<void> => {
    const at = timestamp();
    for (const [member, cause] of PARTS) {
      if (Object.hasOwn(payload, member)) await audit.append({ at, event, by: accountId, cause });
    }
  };

  const alone = async (change: () => Promise<Outcome>): Promise<Outcome> =>
    (await holdLease({ leases, now, randomBytes }, change)) ?? { refused: 'busy' };

  return {
    pause: async ({ accountId: by }, payload) => {
      const parsed = v.safeParse(pausedPayload, payload);
      if (!parsed.success) return INVALID;
      if (parsed.output.paused) {
        const at = timestamp();
        await policy.writePaused(true);
        await recordStop(audit, { at, event: 'paused', by });
      } else {
        await audit.append({ at: timestamp(), event: 'resumed', by });
        await policy.writePaused(false);
      }
      return {};
    },

    limit: async (admin, payload) => {
      const parsed = v.safeParse(limitsPayload, payload);
      if (!parsed.success) return INVALID;
      return alone(async () => {
        const { requestsPerMinute, pointsPerHour } = await policy.read();
        await record('limits-changed', admin, parsed.output);
        await policy.writeLimits({ requestsPerMinute, pointsPerHour, ...parsed.output });
        return {};
      });
    },

    rule: async (admin, payload) => {
      const parsed = v.safeParse(policyPayload, payload);
      if (!parsed.success) return INVALID;
      const { exclusions: wanted, exclusionsFrom: from, ...others } = parsed.output;
      return alone(async () => {
        const { optInBy, exclusions: former, caps } = await policy.read();
        const exclusions =
          wanted === undefined
            ? former
            : rebaseExclusions(former, { exclusions: wanted, ...(from === undefined ? {} : { from }) });
        if (hasTooMany(exclusions)) return { refused: 'too-many-exclusions' };
        await record('policy-changed', admin, parsed.output);
        await policy.writeRules({ optInBy, caps, ...others, exclusions });
        return {};
      });
    },
  };
};
