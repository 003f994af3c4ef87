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
   * Gives back what was not spent, once more than {@link UNSETTLED_SHARE} of the hour's points is used: until then a write
   * for it is not worth its price.
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

/**
 * Share of the hourly points up to which reservations stand for what was spent. All that is refused too early is less than
 * this share of the limit.
 */
export const UNSETTLED_SHARE = 0.2;

/**
 * Counts a request, and puts by the points of its first call: one write. Windows are those of the request's beginning.
 *
 * @throws {StorageUnavailable}
 */
export const openUsageAccount = async (
  { seen: first, limits, nowMs, ports }: AccountInput,
  reservation: Reservation,
): Promise<OpenedAccount> => {
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
    if (states.points === undefined || states.points.used <= states.points.limit * UNSETTLED_SHARE) return;
    await giveBackPoints(ports.usage, { seen, portions, points: unspent, reservedAtMs: nowMs });
  };
  return { kind: 'opened', account: { reserved: reservation.need.points, reserveMore, settle }, states: opened.states };
};
