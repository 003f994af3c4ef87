import { describe, expect, it } from '@jest/globals';
import { AUDIT_PREFIX, toAuditKey } from '../../src/audit/audit-key';

describe('toAuditKey', () => {
  it('orders keys from the newest record to the oldest, over every length of the time that is left', () => {
    const times = [
      '1970-01-01T00:00:00.000Z',
      '2026-01-15T09:30:00.000Z',
      '2026-01-15T09:30:00.001Z',
      '2286-11-20T17:46:39.998Z',
    ];
    const keys = times.map((at) => toAuditKey(at, '00'));
    expect(keys.toSorted()).toEqual(keys.toReversed());
    expect(new Set(keys.map(({ length }) => length)).size).toBe(1);
  });

  it('tells records of one millisecond apart, and has only characters that storage takes', () => {
    const at = '2026-01-15T09:30:00.000Z';
    expect(toAuditKey(at, '0a')).not.toBe(toAuditKey(at, '0b'));
    expect(toAuditKey(at, '0a')).toBe(`${AUDIT_PREFIX}${9_999_999_999_999 - Date.parse(at)}:0a`);
    expect(toAuditKey(at, '0a')).toMatch(/^[a-zA-Z0-9:._\s-]+$/);
  });
});
