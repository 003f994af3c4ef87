import { describe, expect, it } from '@jest/globals';
import { AUDIT_EVENTS, parseAuditRecord } from '../../src/audit/audit-record';

const at = '2026-01-15T09:30:00.000Z';
const full = {
  at,
  event: 'content-held-back',
  by: '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077',
  spaceId: '98308',
  keyId: '0123456789ab',
  count: 3,
  cause: 'request_replayed',
};

describe('parseAuditRecord', () => {
  it('reads every event, with and without its members', () => {
    for (const event of AUDIT_EVENTS) {
      expect(parseAuditRecord({ at, event })).toEqual({ at, event });
      expect(parseAuditRecord({ ...full, event })).toEqual({ ...full, event });
    }
    expect(parseAuditRecord({ ...full, by: 'a'.repeat(128), spaceId: 'b'.repeat(64), count: 0 })).toBeDefined();
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no time', { event: 'paused' }],
    ['a time without milliseconds', { ...full, at: '2026-01-15T09:30:00Z' }],
    ['a time in another zone', { ...full, at: '2026-01-15T09:30:00.000+01:00' }],
    ['a day that does not exist', { ...full, at: '2026-13-15T09:30:00.000Z' }],
    ['an unknown event', { ...full, event: 'searched' }],
    ['an unknown member', { ...full, query: 'words' }],
    ['a sentence for an account', { ...full, by: 'Maya of the team' }],
    ['an account too long', { ...full, by: 'a'.repeat(129) }],
    ['an empty account', { ...full, by: '' }],
    ['a space by name', { ...full, spaceId: 'Platform team' }],
    ['a space id too long', { ...full, spaceId: '1'.repeat(65) }],
    ['a secret for a key', { ...full, keyId: Buffer.alloc(32, 1).toString('base64') }],
    ['a count below nothing', { ...full, count: -1 }],
    ['half a count', { ...full, count: 0.5 }],
    ['a count in words', { ...full, count: '3' }],
    ['a sentence for a cause', { ...full, cause: 'the page Salary bands' }],
    ['a cause in capitals', { ...full, cause: 'Salary' }],
    ['a cause that ends in the middle', { ...full, cause: 'policy-' }],
    ['a member without a value', { ...full, cause: undefined }],
  ])('refuses %s', (_, value) => {
    expect(parseAuditRecord(value)).toBeUndefined();
  });
});
