import * as v from 'valibot';
import type { AuditEvent } from '../audit/audit-record';
import type { AuditLog } from '../audit/audit-log';
import { BUSY, type Refusal } from '../contract/refusal';
import { hasTooMany } from '../fence/exclusions';
import type { Caps, PolicyStore } from '../fence/policy';
import { policySchema } from '../fence/policy-schema';
import { rebaseExclusions } from '../fence/rebase-exclusions';
import { holdLease, type LeasePorts, type LeaseStore } from '../keys/hold-lease';
import type { Administrator } from './administrator';
import { nameExclusionsChange } from './name-exclusions-change';
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

const isSameCaps = (one: Caps, other: Caps): boolean =>
  one.maxResults === other.maxResults && one.maxChars === other.maxChars;

const { limits, rules } = policySchema;
const isNotEmpty = (members: object): boolean => Object.keys(members).length > 0;

const pausedPayload = v.strictObject({ paused: v.boolean() });

const limitsPayload = v.pipe(
  v.strictObject({
    requestsPerMinute: v.exactOptional(limits.requestsPerMinute),
    pointsPerHour: v.exactOptional(limits.pointsPerHour),
  }),
  v.check((members) => isNotEmpty(members)),
);

const policyPayload = v.pipe(
  v.strictObject({
    optInBy: v.exactOptional(rules.optInBy),
    exclusions: v.exactOptional(rules.exclusions),
    exclusionsFrom: v.exactOptional(rules.exclusions),
    caps: v.exactOptional(rules.caps),
  }),
  v.check(({ exclusions, exclusionsFrom }) => exclusions !== undefined || exclusionsFrom === undefined),
  v.check((members) => isNotEmpty(members)),
);

const PAUSE_NAME_BYTES = 16;
const INVALID = { refused: 'invalid-payload' } as const;

/**
 * Changes the site's policy. Parts that a payload does not name stay as they are: limits and rules are read, changed and
 * written by one admin at a time, the others get `busy`. A change is recorded right before it is made, part by part, so that
 * none is made unrecorded; what changes nothing is neither written nor recorded. Pausing alone waits for nothing: it is made
 * first, paused or not, and recorded afterwards if that can be. Resuming ends the pause that was seen: `busy` when another began since then.
 *
 * @throws {StorageUnavailable} from every function
 */
export const createPolicyFunctions = (ports: PolicyPorts): PolicyFunctions => {
  const { policy, policyLeases: leases, audit, now, randomBytes } = ports;
  const timestamp = (): string => new Date(now()).toISOString();

  const alone = async (change: () => Promise<Outcome>): Promise<Outcome> =>
    (await holdLease({ leases, now, randomBytes }, change)) ?? BUSY;

  /** @param causes what the audit calls the parts that change */
  const make = async (
    { accountId: by, mayWrite }: Administrator,
    { event, causes }: { readonly event: AuditEvent; readonly causes: readonly string[] },
    write: () => Promise<void>,
  ): Promise<Outcome> => {
    if (causes.length === 0) return {};
    const at = timestamp();
    for (const cause of causes) await audit.append({ at, event, by, cause });
    if (!mayWrite()) return BUSY;
    await write();
    return {};
  };

  const pause = async ({ accountId: by }: Administrator): Promise<Outcome> => {
    const at = timestamp();
    await policy.writePause(Buffer.from(randomBytes(PAUSE_NAME_BYTES)).toString('hex'));
    await recordStop(audit, { at, event: 'paused', by });
    return {};
  };

  const resume = async ({ accountId: by, mayWrite }: Administrator): Promise<Outcome> => {
    const seen = await policy.readPause();
    if (seen === undefined) return {};
    await audit.append({ at: timestamp(), event: 'resumed', by });
    if (!mayWrite()) return BUSY;
    if (await policy.removePause(seen)) return {};
    // Either another pause has begun, or somebody else has ended this one.
    return (await policy.readPause()) === undefined ? {} : BUSY;
  };

  return {
    pause: async (admin, payload) => {
      const parsed = v.safeParse(pausedPayload, payload);
      if (!parsed.success) return INVALID;
      return parsed.output.paused ? pause(admin) : resume(admin);
    },

    limit: async (admin, payload) => {
      const parsed = v.safeParse(limitsPayload, payload);
      if (!parsed.success) return INVALID;
      return alone(async () => {
        const former = await policy.read();
        const { requestsPerMinute, pointsPerHour } = { ...former, ...parsed.output };
        const causes = [
          ...(requestsPerMinute === former.requestsPerMinute ? [] : ['requests-per-minute']),
          ...(pointsPerHour === former.pointsPerHour ? [] : ['points-per-hour']),
        ];
        return make(admin, { event: 'limits-changed', causes }, () =>
          policy.writeLimits({ requestsPerMinute, pointsPerHour }),
        );
      });
    },

    rule: async (admin, payload) => {
      const parsed = v.safeParse(policyPayload, payload);
      if (!parsed.success) return INVALID;
      const { exclusions: wanted, exclusionsFrom: from, ...others } = parsed.output;
      return alone(async () => {
        const former = await policy.read();
        const { optInBy, caps } = { ...former, ...others };
        const exclusions =
          wanted === undefined ? former.exclusions : rebaseExclusions(former.exclusions, { exclusions: wanted, from });
        if (hasTooMany(exclusions)) return { refused: 'too-many-exclusions' };
        const excluded = nameExclusionsChange(former.exclusions, exclusions);
        const causes = [
          ...(optInBy === former.optInBy ? [] : ['opt-in-by']),
          ...(excluded === undefined ? [] : [excluded]),
          ...(isSameCaps(caps, former.caps) ? [] : ['caps']),
        ];
        return make(admin, { event: 'policy-changed', causes }, () => policy.writeRules({ optInBy, caps, exclusions }));
      });
    },
  };
};
