import type { Limits } from '../fence/policy';
import { giveBackPoints, reserveUsage, type Pause, type Reservation, type SeenUsage } from './reserve-usage';
import type { LimitStates } from './usage-limits';
import type { UsageStore } from './usage-store';

/** The points that one request has put by. */
export type UsageAccount = {
  readonly reserved: number;
  /** Puts more by. @returns seconds to wait when the limit does not allow it @throws {StorageUnavailable} */
  readonly reserveMore: (points: number) => Promise<number | undefined>;
  /**
   * Gives back what was not spent, where that is worth a write.
   *
   * @throws {StorageUnavailable}
   */
  readonly settle: (unspent: number) => Promise<void>;
};

export type OpenedAccount =
  | { readonly kind: 'opened'; readonly account: UsageAccount; readonly states: LimitStates }
  | { readonly kind: 'refused'; readonly states: LimitStates; readonly retryAfter: number };

export type AccountInput = {
  readonly seen: SeenUsage;
  readonly limits: Limits;
  readonly nowMs: number;
  readonly ports: {
    readonly usage: UsageStore;
    /** In [0, 1). */
    readonly random: () => number;
    readonly pause: Pause;
  };
};

/** How a request is counted. @throws {StorageUnavailable} */
export type OpenUsageAccount = (input: AccountInput, reservation: Reservation) => Promise<OpenedAccount>;

/** What may be refused too early, as a share of the limit. */
const UNUSED_SHARE = 0.2;
/** The most that one call puts by: 1, and 1 for each of 50 candidates. */
const LARGEST_CALL_POINTS = 51;

/**
 * Whether points are worth a write to give them back. Before that, reservations stand for what was spent: what is lost by
 * it, and the call for which no room is left, are together less than {@link UNUSED_SHARE} of the limit.
 */
const isWorthSettling = ({ points }: LimitStates): boolean =>
  points !== undefined && points.used > points.limit * UNUSED_SHARE - LARGEST_CALL_POINTS;

/**
 * Counts a request, and puts by the points of its first call: one write. Windows are those of the request's beginning.
 *
 * @throws {StorageUnavailable}
 */
export const openUsageAccount: OpenUsageAccount = async ({ seen: first, limits, nowMs, ports }, reservation) => {
  const input = { limits, nowMs, random: ports.random, pause: ports.pause };
  const opened = await reserveUsage(ports.usage, {
    ...input,
    seen: first,
    reservation,
  });
  if (opened.kind === 'refused') return opened;
  let { seen, states, portions } = opened;
  const reserveMore = async (more: number): Promise<number | undefined> => {
    const outcome = await reserveUsage(ports.usage, {
      ...input,
      seen,
      reservation: { need: { requests: 0, points: more } },
    });
    if (outcome.kind === 'refused') return outcome.retryAfter;
    ({ seen, states } = outcome);
    portions = [...portions, ...outcome.portions];
    return undefined;
  };
  const settle = async (unspent: number): Promise<void> => {
    if (isWorthSettling(states))
      await giveBackPoints(ports.usage, { seen, portions, points: unspent, reservedAtMs: nowMs });
  };
  return { kind: 'opened', account: { reserved: reservation.need.points, reserveMore, settle }, states: opened.states };
};
