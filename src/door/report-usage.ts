import type { DayCount, Usage } from '../audit/usage';
import { dayName, EMPTY_USAGE, inWindows, keptDays, windowsOf, type UsageShard } from './usage-shard';

/** What is told of the days of a count, newest first. */
export const toDayCounts = (days: ReadonlyMap<number, number>, nowMs: number): readonly DayCount[] =>
  keptDays(days, windowsOf(nowMs).day).map(([day, searches]) => ({ day: dayName(day), searches }));

/** Adds the shards up. */
export const reportUsage = (shards: readonly (UsageShard | undefined)[], nowMs: number): Usage => {
  const days = new Map<number, number>();
  const lastUsed = new Map<string, number>();
  for (const shard of shards) {
    const { day: today, searches, history, keyDays } = inWindows(shard ?? EMPTY_USAGE, windowsOf(nowMs));
    for (const [day, count] of [...history, [today, searches] as const]) days.set(day, (days.get(day) ?? 0) + count);
    for (const [keyId, day] of keyDays) lastUsed.set(keyId, Math.max(lastUsed.get(keyId) ?? 0, day));
  }
  return {
    days: toDayCounts(days, nowMs),
    lastUsed: new Map([...lastUsed].map(([keyId, day]) => [keyId, dayName(day)])),
  };
};
