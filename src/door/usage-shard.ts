import { USAGE_DAYS } from '../audit/usage';

/** Use is counted in this many records, so that concurrent requests seldom meet. Changing it loses nothing but counts. */
export const USAGE_SHARDS = 2;

/** The windows that a moment lies in, as numbers since the epoch (UTC). */
export type Windows = { readonly minute: number; readonly hour: number; readonly day: number };

/** A share of what the installation used. A count belongs to the window beside it. */
export type UsageShard = Windows & {
  /** One higher with every change. */
  readonly version: number;
  readonly requests: number;
  /** Confluence points: spent, or put by for calls that are under way. */
  readonly points: number;
  readonly searches: number;
  /** Day → searches, of the days before `day`. */
  readonly history: ReadonlyMap<number, number>;
  /** Key id → the last day on which it was used. */
  readonly keyDays: ReadonlyMap<string, number>;
};

/** As it is stored: texts that are never blank, which Forge refuses. */
export type StoredUsageShard = Omit<UsageShard, 'history' | 'keyDays'> & {
  readonly history: string;
  readonly keyDays: string;
};

/** First line of both texts: their format. */
const FORMAT = 'usage-1';
/** Keys remembered: two are active at a time, and one lives for a year. */
const MAX_KEYS = 20;
const DAY_MS = 86_400_000;

export const windowsOf = (nowMs: number): Windows => ({
  minute: Math.floor(nowMs / 60_000),
  hour: Math.floor(nowMs / 3_600_000),
  day: Math.floor(nowMs / DAY_MS),
});

/** A day as `YYYY-MM-DD`. */
export const dayName = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const EMPTY_USAGE: UsageShard = {
  version: 0,
  minute: 0,
  requests: 0,
  hour: 0,
  points: 0,
  day: 0,
  searches: 0,
  history: new Map(),
  keyDays: new Map(),
};

/** Days that are still told of, newest first. */
export const keptDays = (days: ReadonlyMap<number, number>, today: number): readonly (readonly [number, number])[] =>
  [...days].filter(([day, count]) => day > today - USAGE_DAYS && count > 0).sort(([a], [b]) => b - a);

/**
 * The shard as it stands in some windows: counts of windows that are over are gone. A count of a later window stays: it
 * was made by a clock ahead of this one, and dropping it would let too much through.
 */
export const inWindows = (shard: UsageShard, { minute, hour, day }: Windows): UsageShard => ({
  ...shard,
  ...(minute > shard.minute ? { minute, requests: 0 } : {}),
  ...(hour > shard.hour ? { hour, points: 0 } : {}),
  ...(day > shard.day
    ? { day, searches: 0, history: new Map(keptDays(new Map([...shard.history, [shard.day, shard.searches]]), day)) }
    : {}),
});

/** Remembers that a key was used, and forgets the keys that were not for longest. */
export const withKeyUsed = (keyDays: ReadonlyMap<string, number>, keyId: string, day: number): UsageShard['keyDays'] =>
  new Map([...new Map([...keyDays, [keyId, day]])].sort(([, a], [, b]) => b - a).slice(0, MAX_KEYS));

const encodeLines = (entries: Iterable<readonly [string | number, number]>): string =>
  [FORMAT, ...[...entries].map(([name, count]) => `${name} ${count}`)].join('\n');

const LINE = /^(\S+) (\d{1,10})$/;

const decodeLines = (text: string): readonly (readonly [string, number])[] | undefined => {
  const [format, ...lines] = text.split('\n');
  if (format !== FORMAT) return undefined;
  const entries = lines.flatMap((line) => {
    const [, name, count] = LINE.exec(line) ?? [];
    return name === undefined ? [] : [[name, Number(count)] as const];
  });
  return entries.length === lines.length ? entries : undefined;
};

/** Reads a text of days; `undefined` for anything that {@link encodeDays} did not write. */
export const decodeDays = (text: string): ReadonlyMap<number, number> | undefined => {
  const entries = decodeLines(text);
  return entries && new Map(entries.map(([day, count]) => [Number(day), count]));
};

export const encodeDays: (days: Iterable<readonly [number, number]>) => string = encodeLines;

export const encodeUsage = (shard: UsageShard): StoredUsageShard => ({
  ...shard,
  history: encodeLines(shard.history),
  keyDays: encodeLines(shard.keyDays),
});

/** Reads what {@link encodeUsage} wrote; `undefined` for anything else. */
export const decodeUsage = (stored: StoredUsageShard): UsageShard | undefined => {
  const history = decodeDays(stored.history);
  const keyDays = decodeLines(stored.keyDays);
  return history && keyDays && { ...stored, history, keyDays: new Map(keyDays) };
};
