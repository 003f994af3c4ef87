import { describe, expect, it } from '@jest/globals';
import type { CqlScalar } from '../../../../dev/confluence/cql/cql-ast';
import { toCqlDate } from '../../../../dev/confluence/cql/cql-date';
import { CqlError } from '../../../../dev/confluence/cql/cql-error';
import { NotModelledError } from '../../../../dev/confluence/not-modelled';

const now = Date.parse('2026-06-03T12:34:56.000Z');
const text = (value: string): CqlScalar => ({ kind: 'string', text: value });
const call = (name: string, ...args: readonly string[]): CqlScalar => ({ kind: 'function', name, args });
const start = (value: CqlScalar): string => new Date(toCqlDate(value, now).startMs).toISOString();

describe('toCqlDate', () => {
  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000Z'],
    ['2026/01/31', '2026-01-31T00:00:00.000Z'],
    ['2026-01-31 23:05', '2026-01-31T23:05:00.000Z'],
    ['2026/01/31 00:00', '2026-01-31T00:00:00.000Z'],
  ])('reads %s', (value, instant) => {
    expect(start(text(value))).toBe(instant);
  });

  it.each([
    '2026-01-31T00:00:00Z',
    '2026-01-31T00:00',
    '2026-1-3',
    '2026-02-30',
    '2026-01/31',
    'yesterday',
    '2026-01-31 24:01',
    '',
  ])('refuses %s', (value) => {
    expect(() => toCqlDate(text(value), now)).toThrow(CqlError);
  });

  it.each([
    [call('now'), '2026-06-03T12:34:56.000Z'],
    [call('now', '-4w'), '2026-05-06T12:34:56.000Z'],
    [call('now', '+3h'), '2026-06-03T15:34:56.000Z'],
    [call('startOfDay'), '2026-06-03T00:00:00.000Z'],
    [call('startOfDay', '-1'), '2026-06-02T00:00:00.000Z'],
    [call('startOfWeek'), '2026-05-31T00:00:00.000Z'],
    [call('startOfMonth', '-1M'), '2026-05-01T00:00:00.000Z'],
    [call('startOfYear', '1'), '2027-01-01T00:00:00.000Z'],
    [call('endOfDay'), '2026-06-03T23:59:59.999Z'],
    [call('endOfMonth'), '2026-06-30T23:59:59.999Z'],
    [call('endOfYear', '-1y'), '2025-12-31T23:59:59.999Z'],
  ])('works out %j', (value, instant) => {
    expect(start(value)).toBe(instant);
  });

  it('refuses an increment that is none', () => {
    expect(() => toCqlDate(call('now', 'soon'), now)).toThrow(CqlError);
  });

  it('says that other functions are not modelled', () => {
    expect(() => toCqlDate(call('lastLogin'), now)).toThrow(NotModelledError);
  });
});
