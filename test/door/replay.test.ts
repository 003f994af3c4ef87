import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRequestHandler } from '../../src/door/handle-request';
import { CLAIM_MINUTES } from '../../src/door/request-claims';
import { MAX_SKEW_MS } from '../../src/door/signed-request';
import { createInMemoryDoorPorts, NOW } from '../support/in-memory-door-ports';
import { signedTriggerRequest } from '../support/signed-trigger-request';

/** Claims that last for exactly as long as they must, and not a millisecond longer. */
const createClaims = (now: () => number) => {
  const until = new Map<string, number>();
  return {
    claim: (requestId: string) => {
      const isNew = (until.get(requestId) ?? -Infinity) <= now();
      if (isNew) until.set(requestId, now() + CLAIM_MINUTES * 60_000);
      return Promise.resolve(isNew);
    },
  };
};

describe('replay', () => {
  it('is never served twice, whatever the clocks say and whenever it is sent again', async () => {
    const offset = fc.integer({ min: -MAX_SKEW_MS - 60_000, max: MAX_SKEW_MS + 60_000 });
    const later = fc.array(fc.integer({ min: 0, max: 4 * MAX_SKEW_MS }), { minLength: 1, maxLength: 8 });
    let servedOnce = 0;
    await fc.assert(
      fc.asyncProperty(offset, later, async (callerAheadMs, delays) => {
        let now = NOW;
        const { ports } = createInMemoryDoorPorts();
        const handle = createRequestHandler({ ...ports, now: () => now, claims: createClaims(() => now) });
        const request = signedTriggerRequest({
          body: { requestId: randomUUID(), operation: 'spaces' },
          timestamp: new Date(NOW + callerAheadMs).toISOString(),
        });
        let served = 0;
        for (const delay of [0, ...delays]) {
          now += delay;
          // What is let in is answered 403 by these ports.
          if ((await handle(request)).status === 403) served += 1;
        }
        servedOnce += served;
        expect(served).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
    expect(servedOnce).toBeGreaterThan(100);
  });

  it('cannot outlive its claim: the claim lasts longer than any signature is accepted', () => {
    expect(CLAIM_MINUTES * 60_000).toBeGreaterThan(2 * MAX_SKEW_MS);
  });
});
