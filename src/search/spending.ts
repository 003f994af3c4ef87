import { createCallMeter, type CallMeter } from './call-meter';
import { ConfluenceFailure } from './confluence-failure';

/** What one request may still cost: Confluence points and time. */
export type Spending = {
  /** Counts what the calls cost, as far as it may be told. */
  readonly meter: CallMeter;
  /**
   * Makes a call, if there are points and time for it.
   *
   * @param mostPoints what it can cost
   * @param call with the milliseconds that it may take
   * @throws {ConfluenceFailure} also when the call is not made
   */
  readonly call: <T>(mostPoints: number, call: (timeoutMs: number) => Promise<T>) => Promise<T>;
  /** Points that were put by and not spent. */
  readonly unspent: () => number;
};

export type SpendingInput = {
  /** Points that are put by already. */
  readonly reserved: number;
  /** Puts more by, before they are spent. @returns seconds to wait when the limit does not allow it */
  readonly reserveMore: (points: number) => Promise<number | undefined>;
  readonly now: () => number;
  /** When the request must have ended. */
  readonly deadlineMs: number;
};

/** The longest that one call may take. */
const MAX_CALL_MS = 15_000;
/** A call with less time than this is not made. */
const MIN_CALL_MS = 1000;

/**
 * Reckoned by what the caller may know: the limits show in replies, so a page that was held back must not cost more than
 * one that does not exist.
 */
export const createSpending = ({ reserved: first, reserveMore, now, deadlineMs }: SpendingInput): Spending => {
  const meter = createCallMeter();
  let reserved = first;
  /** Points of calls that are being made. */
  let pending = 0;
  let lost = 0;
  const unspent = (): number => reserved - pending - lost - meter.points();

  const putBy = async (points: number): Promise<void> => {
    const missing = points - Math.max(0, unspent());
    pending += points;
    if (missing <= 0) return;
    // Counted as there while it is asked for, so that calls made at once do not count on the same points.
    reserved += missing;
    const retryAfter = await reserveMore(missing);
    if (retryAfter === undefined) return;
    reserved -= missing;
    pending -= points;
    throw new ConfluenceFailure('rate-limited', undefined, retryAfter);
  };

  return {
    meter,
    call: async (mostPoints, call) => {
      if (deadlineMs - now() < MIN_CALL_MS) throw new ConfluenceFailure('unavailable');
      await putBy(mostPoints);
      try {
        return await call(Math.min(MAX_CALL_MS, Math.max(MIN_CALL_MS, deadlineMs - now())));
      } catch (error) {
        // What was not answered may have cost all of it.
        if (error instanceof ConfluenceFailure && error.status === undefined) lost += mostPoints;
        throw error;
      } finally {
        pending -= mostPoints;
      }
    },
    unspent: () => Math.max(0, unspent()),
  };
};
