import { describe, expect, it } from '@jest/globals';
import { checkLogLine } from '../../../dev/fuzz/check-log-line';

describe('checkLogLine', () => {
  it('takes the line of a failed authentication', () => {
    expect(checkLogLine('{"event":"unauthorized","cause":"stale"}')).toEqual([]);
  });

  it.each([
    'deploy ledger',
    '{"event":"unauthorized","cause":"deploy"}',
    '{"event":"unauthorized","cause":"stale","query":"deploy"}',
    '{"event":"defect","requestId":null,"error":"TypeError","at":[]}',
  ])('reports %s', (line) => {
    expect(checkLogLine(line)).toEqual([`a line in the log: ${line}`]);
  });
});
