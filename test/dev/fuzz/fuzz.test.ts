import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FuzzReport } from '../../../dev/fuzz/fuzz-report';
import { startFuzzSite, type FuzzSite } from '../../../dev/fuzz/fuzz-site';
import { judgeFuzz } from '../../../dev/fuzz/judge-fuzz';
import { runFuzz } from '../../../dev/fuzz/run-fuzz';

/** A short version of `npm run fuzz`, always with the same requests; of its three parts one has limits. */
const PLAN = { seed: 4, requests: 1200 } as const;

describe('runFuzz', () => {
  let fuzzed: FuzzSite;
  let report: FuzzReport;
  beforeAll(async () => {
    fuzzed = await startFuzzSite();
    report = await runFuzz(fuzzed, PLAN);
    // Some ten seconds, unless many others use the machine.
  }, 180_000);
  afterAll(() => fuzzed.close());

  it('finds nothing in a short run, most of it signed and a tenth of it reaching Confluence', () => {
    expect(judgeFuzz(report).failures).toEqual([]);
    expect(report.requests).toBe(PLAN.requests);
  });

  it('causes every refusal but those of the world', () => {
    const statuses = new Set([...report.replies.keys()].map((name) => name.slice(0, 3)));
    expect([...statuses].sort()).toEqual(['200', '400', '401', '403', '404', '405', '409', '413', '415', '429']);
  });

  it('tells of the first 20 wrong replies, with what makes them again, and stops', async () => {
    const failing: FuzzSite = {
      ...fuzzed,
      send: async (delivery) => ({ ...(await fuzzed.send(delivery)), status: 500 }),
    };
    const { violations } = await runFuzz(failing, { ...PLAN, requests: 100 });
    expect(violations).toHaveLength(20);
    expect(violations[3]).toMatchObject({ seed: PLAN.seed, index: 3, what: 'status 500' });
  });

  it('tells of a line in the log', async () => {
    const leaking: FuzzSite = {
      ...fuzzed,
      site: {
        ...fuzzed.site,
        platform: {
          ...fuzzed.site.platform,
          logs: () => [{ level: 'log', text: 'deploy ledger', atMs: 0, overLimit: false }],
        },
      },
    };
    const { violations } = await runFuzz(leaking, { ...PLAN, requests: 1 });
    expect(violations.map(({ what }) => what)).toEqual(['a line in the log: deploy ledger']);
  });
});
