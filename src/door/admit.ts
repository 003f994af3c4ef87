import type { ApiRequest } from '../contract/search-api';
import { awaitAll } from '../fence/await-all';
import type { OpenSpaces } from '../fence/opt-in-shard';
import type { Policy } from '../fence/policy';
import type { KeyRing, SigningKey } from '../keys/key-ring';
import type { Problem } from './problem';
import type { RequestClaims } from './request-claims';
import { countRequest, limitState, readAdmissions, type LimitState, type RequestCountStore } from './request-limit';

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
  readonly counts: RequestCountStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
};

export type AdmitOutcome =
  | { readonly kind: 'refused'; readonly problem: Problem; readonly limit?: LimitState | undefined }
  | {
      readonly kind: 'admitted';
      readonly admission: Admission;
      readonly limit?: LimitState | undefined;
      /** Whether the request, counted while it is being served, is within the limit. */
      readonly counted: Promise<boolean>;
      readonly overLimit: Problem;
    };

export type AdmitInput = {
  readonly auth: { readonly ring: KeyRing; readonly key: SigningKey };
  readonly nowMs: number;
  readonly ports: AdmitPorts;
};

/**
 * The checks after authentication, in one storage round trip: claim the id, read registry, policy and counts together;
 * then replay → paused → limit. Counting goes on beside the work, so that it costs no time; nothing is answered before it
 * is known.
 *
 * @throws {StorageUnavailable}
 */
export const admit = async (request: ApiRequest, { auth, nowMs, ports }: AdmitInput): Promise<AdmitOutcome> => {
  const [isNew, policy, open, admissions] = await awaitAll([
    ports.claims.claim(request.requestId),
    ports.readPolicy(),
    ports.readOpenSpaces(),
    readAdmissions(ports.counts, nowMs),
  ]);
  const state = limitState(admissions, policy.requestsPerMinute, nowMs);
  const refuse = (problem: Problem): AdmitOutcome => ({ kind: 'refused', problem, limit: state });
  const overLimit: Problem = { code: 'rate_limited', retryAfter: state?.resetSeconds ?? 1 };
  if (!isNew) return refuse({ code: 'request_replayed' });
  if (policy.paused && request.operation !== 'status') return refuse({ code: 'access_paused' });
  if (state?.remaining === 0) return refuse(overLimit);
  return {
    kind: 'admitted',
    admission: { open, policy, ring: auth.ring, key: auth.key },
    limit: state && { ...state, remaining: state.remaining - 1 },
    counted: countRequest(ports.counts, { admissions, limit: policy.requestsPerMinute, random: ports.random }),
    overLimit,
  };
};
