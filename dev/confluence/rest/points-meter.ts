import type { Clock } from '../../clock';

const HOUR_MS = 3_600_000;
const NEAR_LIMIT_SHARE = 0.2;

/**
 * The hourly points of an app. They are given afresh at each full UTC hour, nothing is carried over; a call is let in
 * while any point is left. @see developer.atlassian.com/cloud/confluence/rate-limiting
 */
export type PointsMeter = {
  /** Whether the hour's points are used up. */
  readonly isEmpty: () => boolean;
  readonly charge: (points: number) => void;
  /** `X-RateLimit-…` headers of an answer, those of a 429 once the points are used up. */
  readonly headers: () => Readonly<Record<string, string>>;
};

export const createPointsMeter = (clock: Clock, pointsPerHour: number): PointsMeter => {
  let hour = -1;
  let used = 0;
  const left = (): number => {
    const current = Math.floor(clock.now() / HOUR_MS);
    if (current !== hour) {
      hour = current;
      used = 0;
    }
    return Math.max(0, pointsPerHour - used);
  };
  return {
    isEmpty: () => left() === 0,
    charge: (points) => {
      left();
      used += points;
    },
    headers: () => {
      const remaining = left();
      const resetMs = (hour + 1) * HOUR_MS;
      return {
        'x-ratelimit-limit': String(pointsPerHour),
        'x-ratelimit-remaining': String(remaining),
        'x-ratelimit-reset': `${new Date(resetMs).toISOString().slice(0, 16)}Z`,
        ...(remaining < pointsPerHour * NEAR_LIMIT_SHARE ? { 'x-ratelimit-nearlimit': 'true' } : {}),
      };
    },
  };
};

/** Seconds until the next full hour, never 0. */
export const retryAfterSeconds = (nowMs: number): number => Math.ceil((HOUR_MS - (nowMs % HOUR_MS)) / 1000);

/** 1, and 1 for each page or space, and 2 for each user, group or permission. @see rate-limiting "Points" */
export const pointsOf = (answer: { readonly contentObjects: number; readonly peopleObjects: number }): number =>
  1 + answer.contentObjects + 2 * answer.peopleObjects;
