import { describe, expect, it } from '@jest/globals';
import type { AuditRecord } from '../../src/audit/audit-record';
import { newestFirst } from '../../src/audit/newest-first';

const record = (at: string, event: AuditRecord['event'] = 'paused'): AuditRecord => ({ at, event });

describe('newestFirst', () => {
  it('tells moments of one second apart, and keeps the order of one moment', () => {
    const former = record('2026-01-15T09:30:38.633Z');
    const latter = record('2026-01-15T09:30:38.793Z', 'resumed');
    const same = record('2026-01-15T09:30:38.793Z', 'request-refused');
    const records = [former, latter, same];
    expect(newestFirst(records)).toEqual([latter, same, former]);
    expect(records).toEqual([former, latter, same]);
  });
});
