import { NotModelledError } from '../not-modelled';
import type { CqlScalar } from './cql-ast';
import { CqlError } from './cql-error';

/** The span of time that a date stands for: a day, a minute, or an instant. */
export type CqlDate = { readonly startMs: number; readonly endMs: number };

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DATE = /^(\d{4})([-/])(\d{2})\2(\d{2})(?: (\d{2}):(\d{2}))?$/u;

/**
 * A date value or date function. Everything is in UTC, the time zone of the stand-in's site and of all its users.
 * @see cql-fields "Created": `yyyy-MM-dd`, `yyyy/MM/dd`, each with an optional ` HH:mm`; ISO with `T` or `Z` is refused
 * @throws {CqlError} for any other format
 */
export const toCqlDate = (value: CqlScalar, nowMs: number): CqlDate => {
  if (value.kind === 'function') {
    const at = dateFunction(value.name, value.args, nowMs);
    return { startMs: at, endMs: at + 1 };
  }
  const match = DATE.exec(value.text);
  const [, year, , month, day, hour, minute] = match ?? [];
  const iso = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? '00'}:${minute ?? '00'}:00.000Z`;
  const startMs = Date.parse(iso);
  if (match === null || Number.isNaN(startMs) || new Date(startMs).toISOString() !== iso) {
    throw new CqlError('value', `Could not parse cql : date value '${value.text}' is invalid`);
  }
  return { startMs, endMs: startMs + (hour === undefined ? DAY_MS : MINUTE_MS) };
};

type Period = 'year' | 'month' | 'week' | 'day';

const PERIODS: readonly Period[] = ['year', 'month', 'week', 'day'];
const OFFSET = /^([+-]?)(\d{1,6})([yMwdhm]?)$/u;
const NATURAL_UNIT = { year: 'y', month: 'M', week: 'w', day: 'd' } as const;

/** @see cql-functions: `now`, `startOf…`, `endOf…`, each with an optional increment `(+/-)nn(y|M|w|d|h|m)` */
const dateFunction = (name: string, args: readonly string[], nowMs: number): number => {
  const [increment, ...more] = args;
  if (more.length > 0) throw new CqlError('value', `Could not parse cql : ${name}() takes one argument`);
  if (name === 'now') return shift(nowMs, increment, 'd');
  const period = PERIODS.find(
    (each) => name.toLowerCase() === `startof${each}` || name.toLowerCase() === `endof${each}`,
  );
  if (period === undefined) throw new NotModelledError(`the CQL function ${name}()`);
  const start = shift(startOf(period, nowMs), increment, NATURAL_UNIT[period]);
  return name.toLowerCase().startsWith('start') ? start : shift(start, '+1', NATURAL_UNIT[period]) - 1;
};

/** Weeks begin on Sunday. */
const startOf = (period: Period, nowMs: number): number => {
  const now = new Date(nowMs);
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  switch (period) {
    case 'year':
      return Date.UTC(year, 0, 1);
    case 'month':
      return Date.UTC(year, month, 1);
    case 'week':
      return Date.UTC(year, month, day - now.getUTCDay());
    case 'day':
      return Date.UTC(year, month, day);
  }
};

const shift = (fromMs: number, increment: string | undefined, natural: string): number => {
  if (increment === undefined) return fromMs;
  const match = OFFSET.exec(increment);
  if (match === null) throw new CqlError('value', `Could not parse cql : increment '${increment}' is invalid`);
  const [, sign, digits, unit = ''] = match;
  const count = (sign === '-' ? -1 : 1) * Number(digits);
  const from = new Date(fromMs);
  switch (unit === '' ? natural : unit) {
    case 'y':
      return from.setUTCFullYear(from.getUTCFullYear() + count);
    case 'M':
      return from.setUTCMonth(from.getUTCMonth() + count);
    case 'w':
      return fromMs + count * 7 * DAY_MS;
    case 'd':
      return fromMs + count * DAY_MS;
    case 'h':
      return fromMs + count * 60 * MINUTE_MS;
    default:
      return fromMs + count * MINUTE_MS;
  }
};
