import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRequestHandler } from '../../src/door/handle-request';
import { CLAIM_MINUTES } from '../../src/door/request-claims';
import { MAX_SKEW_MS } from '../../src/door/signed-request';
import { createInMemoryDoorPorts, NOW } from '../support/in-memory-door-ports';
import { signedTriggerRequest } from '../support/signed-trigger-request';

/** Claims by the clock of storage, which are gone as soon as they may be, and not a millisecond later. */
const createClaims = (lastMs: number, storageNow: () => number) => {
  const until = new Map<string, number>();
  return {
    claim: (requestId: string) => {
      const isNew = (until.get(requestId) ?? -Infinity) <= storageNow();
      if (isNew) until.set(requestId, storageNow() + lastMs);
      return Promise.resolve(isNew);
    },
  };
};

const CLAIM_MS = CLAIM_MINUTES * 60_000;
/** How far the app's clock may move back while a claim lasts: what a claim outlives of a timestamp's validity. */
const MARGIN_MS = CLAIM_MS - 2 * MAX_SKEW_MS;

/** Mostly anything, often at an end or a moment beside it. */
const upTo = (min: number, max: number) =>
  fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, min + 1, max - 1, max));

/**
 * A request, sent again after each delay. The app's clock is ahead of that of storage by so much at each time: it moves
 * back where it is less than before.
 */
const sendings = fc.record({
  callerAheadMs: upTo(-MAX_SKEW_MS - 60_000, MAX_SKEW_MS + MARGIN_MS),
  times: fc.array(fc.record({ delayMs: upTo(0, 2 * MAX_SKEW_MS), aheadMs: upTo(0, MARGIN_MS - 1) }), {
    minLength: 2,
    maxLength: 8,
  }),
});

type Sendings = typeof sendings extends fc.Arbitrary<infer T> ? T : never;

/** Whether the app's clock shows an earlier time than before. */
const movesBack = ({ times }: Sendings): boolean =>
  times.some(({ delayMs, aheadMs }, index) => delayMs + aheadMs < (times[index - 1]?.aheadMs ?? 0));

/** How often the request is let in. */
const countServed = async ({ callerAheadMs, times }: Sendings, claimMs: number): Promise<number> => {
  let storageNow = NOW;
  let appNow = NOW;
  const { ports } = createInMemoryDoorPorts();
  const handle = createRequestHandler({
    ...ports,
    now: () => appNow,
    claims: createClaims(claimMs, () => storageNow),
  });
  const request = signedTriggerRequest({
    body: { requestId: randomUUID(), operation: 'spaces' },
    timestamp: new Date(NOW + callerAheadMs).toISOString(),
  });
  let served = 0;
  for (const { delayMs, aheadMs } of times) {
    storageNow += delayMs;
    appNow = storageNow + aheadMs;
    // What is let in is answered 403 by these ports.
    if ((await handle(request)).status === 403) served += 1;
  }
  return served;
};

describe('replay', () => {
  it('is never served twice, whatever the clocks say and whenever it is sent again', async () => {
    let servedOnce = 0;
    let movedBack = 0;
    await fc.assert(
      fc.asyncProperty(sendings, async (sending) => {
        const served = await countServed(sending, CLAIM_MS);
        servedOnce += served;
        if (movesBack(sending)) movedBack += 1;
        expect(served).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
    expect(servedOnce).toBeGreaterThan(300);
    expect(movedBack).toBeGreaterThan(100);
  });

  it.each([
    ['only as long as a timestamp can be valid, where the clock moves back', 2 * MAX_SKEW_MS],
    ['half as long', CLAIM_MS / 2],
    ['a minute less than it does', CLAIM_MS - 60_000],
  ])('would be served twice if a claim lasted %s', async (_, claimMs) => {
    const { failed } = await fc.check(
      fc.asyncProperty(sendings, async (sending) => (await countServed(sending, claimMs)) <= 1),
      { numRuns: 20_000, seed: 20_261, endOnFailure: true },
    );
    expect(failed).toBe(true);
  });

  it('cannot outlive its claim: the claim lasts longer than any signature is accepted', () => {
    expect(CLAIM_MS).toBeGreaterThan(2 * MAX_SKEW_MS);
  });
});
