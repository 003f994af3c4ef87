import type { DayCount } from './is-day-count';

const DAYS = 30;
const DAY_MS = 86_400_000;

/** The last thirty days up to today (UTC), oldest first, with a zero for each day without searches. */
export const toDailySeries = (counts: readonly DayCount[], nowMs: number): readonly DayCount[] => {
  const byDay = new Map(counts.map(({ day, searches }) => [day, searches]));
  return Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(nowMs - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    return { day, searches: byDay.get(day) ?? 0 };
  });
};
