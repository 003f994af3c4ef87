import type { ApiRequest } from '../contract/search-api';
import { awaitAll } from '../fence/await-all';
import type { OpenSpaces } from '../fence/opt-in-shard';
import type { Policy } from '../fence/policy';
import type { KeyRing, SigningKey } from '../keys/key-ring';
import { firstCallPoints } from './first-call-points';
import type { Problem } from './problem';
import type { RequestClaims } from './request-claims';
import { readUsage, type Pause } from './reserve-usage';
import type { OpenUsageAccount, UsageAccount } from './usage-account';
import { exceeded, limitStates, retryAfterOf, standingOf, type LimitStates } from './usage-limits';
import { windowsOf } from './usage-shard';
import type { UsageStore } from './usage-store';

/** What an authenticated request is decided with; everything is read strictly consistently, now. */
export type Admission = {
  readonly open: OpenSpaces;
  readonly policy: Policy;
  readonly ring: KeyRing;
  readonly key: SigningKey;
};

export type AdmitPorts = {
  readonly claims: RequestClaims;
  readonly readPolicy: () => Promise<Policy>;
  readonly readOpenSpaces: () => Promise<OpenSpaces>;
  readonly usage: UsageStore;
  readonly openAccount: OpenUsageAccount;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly pause: Pause;
};

export type AdmitOutcome =
  | { readonly kind: 'refused'; readonly problem: Problem; readonly limits: LimitStates }
  | {
      readonly kind: 'admitted';
      readonly admission: Admission;
      readonly limits: LimitStates;
      /** Where the request's points are kept. */
      readonly account: UsageAccount;
    };

export type AdmitInput = {
  readonly auth: { readonly ring: KeyRing; readonly key: SigningKey };
  readonly nowMs: number;
  readonly ports: AdmitPorts;
};

/**
 * The checks after authentication, in two storage rounds: claim the id, read policy and use; then replay → paused →
 * limits, where what the request may use is put by before it uses it, while the registry is read.
 *
 * @throws {StorageUnavailable}
 */
export const admit = async (request: ApiRequest, { auth, nowMs, ports }: AdmitInput): Promise<AdmitOutcome> => {
  const [isNew, policy, seen] = await awaitAll([
    ports.claims.claim(request.requestId),
    ports.readPolicy(),
    readUsage(ports.usage),
  ]);
  const need = { requests: 1, points: firstCallPoints(request) } as const;
  const limits = limitStates(standingOf(seen, windowsOf(nowMs)), policy, nowMs);
  const refuse = (problem: Problem): AdmitOutcome => ({ kind: 'refused', problem, limits });
  if (!isNew) return refuse({ code: 'request_replayed' });
  if (policy.paused && request.operation !== 'status') return refuse({ code: 'access_paused' });
  const over = exceeded(limits, need);
  if (over.length > 0) return refuse({ code: 'rate_limited', retryAfter: retryAfterOf(over) });
  const [opened, open] = await awaitAll([
    ports.openAccount(
      { seen, limits: policy, nowMs, ports },
      { need, note: { keyId: auth.key.id, isSearch: request.operation === 'search' } },
    ),
    ports.readOpenSpaces(),
  ]);
  if (opened.kind === 'refused') {
    const { retryAfter, states } = opened;
    return { kind: 'refused', problem: { code: 'rate_limited', retryAfter }, limits: states };
  }
  return {
    kind: 'admitted',
    admission: { open, policy, ring: auth.ring, key: auth.key },
    limits: opened.states,
    account: opened.account,
  };
};
