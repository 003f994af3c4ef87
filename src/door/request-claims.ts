import { MAX_SKEW_MS } from './signed-request';

/**
 * How long a `requestId` stays claimed. A request signed by a clock that is MAX_SKEW ahead stays valid for twice that;
 * the rest is a margin.
 */
export const CLAIM_MINUTES = (2 * MAX_SKEW_MS) / 60_000 + 5;

/** Remembers which requests were served. Claiming is one atomic step: of two identical requests exactly one gets it. */
export interface RequestClaims {
  /** Says whether the id was new. Keeps it for at least {@link CLAIM_MINUTES}. */
  claim(requestId: string): Promise<boolean>;
}
