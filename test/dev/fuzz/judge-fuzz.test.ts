import { describe, expect, it } from '@jest/globals';
import type { FuzzReport } from '../../../dev/fuzz/fuzz-report';
import { judgeFuzz } from '../../../dev/fuzz/judge-fuzz';

const MEGABYTE = 1_000_000;

const report = (changes: Partial<FuzzReport> = {}): FuzzReport => ({
  seed: 7,
  requests: 1000,
  seconds: 1,
  signed: 500,
  reachedConfluence: 100,
  replies: new Map(),
  kinds: new Map(),
  // Grows at first, and goes up and down then.
  heap: Array.from({ length: 40 }, (_, index) => (index < 10 ? index : 12 + (index % 2)) * MEGABYTE),
  violations: [],
  ...changes,
});

describe('judgeFuzz', () => {
  it('has nothing to say of a run that is as it must be', () => {
    expect(judgeFuzz(report())).toMatchObject({ signedShare: 0.5, reachedShare: 0.1, failures: [] });
  });

  it.each<[string, Partial<FuzzReport>]>([
    ['only 49.9 % of the requests are validly signed', { signed: 499 }],
    ['only 9.9 % of the requests reach Confluence', { reachedConfluence: 99 }],
    ['the heap grew', { heap: Array.from({ length: 40 }, (_, index) => index * 0.15 * MEGABYTE) }],
    [
      'seed 7, index 3 (search): status 500',
      { violations: [{ seed: 7, index: 3, kind: 'search', what: 'status 500', sent: '{}' }] },
    ],
  ])('fails a run for %s', (failure, changes) => {
    const { failures } = judgeFuzz(report(changes));
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain(failure);
  });

  it('fails a run that sent nothing', () => {
    expect(judgeFuzz(report({ requests: 0, signed: 0, reachedConfluence: 0 })).failures).toHaveLength(2);
  });

  it('fails a run of which memory was never looked at', () => {
    expect(judgeFuzz(report({ heap: [] })).failures).toHaveLength(1);
  });
});
