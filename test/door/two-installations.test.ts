import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRequestHandler } from '../../src/door/handle-request';
import { createServe } from '../../src/door/serve';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import { createListSpaces } from '../../src/search/list-spaces';
import { createReadPage } from '../../src/search/read-page';
import { createSearch } from '../../src/search/search';
import { buildKeyRing, createInMemoryDoorPorts, NOW } from '../support/in-memory-door-ports';
import { createInMemoryUsage } from '../support/in-memory-usage';
import { signedTriggerRequest } from '../support/signed-trigger-request';

type Turn = () => Promise<void>;

/** An installation whose space, page, key and limit nobody else has; every answer from outside waits for its turn. */
const createInstallation = (name: string, requestsPerMinute: number, turn: Turn) => {
  const secret = Buffer.from(`${name}-${'0'.repeat(40)}`)
    .subarray(0, 32)
    .toString('base64');
  const keyId = Buffer.from(name).toString('hex').slice(0, 12);
  const now = (): number => NOW;
  const hit = {
    id: `page-of-${name}`,
    type: 'page' as const,
    status: 'current',
    title: `Zebras of ${name}`,
    spaceId: `space-of-${name}`,
    spaceKey: name,
    spaceName: name,
    spaceStatus: 'current',
    version: 1,
    updatedAt: '2026-01-01T00:00:00.000Z',
    labels: [],
    ancestors: [],
    storage: `<p>The zebra service of ${name}.</p>`,
    webPath: '/page',
  };
  const operations = { now, randomBytes: (size: number) => new Uint8Array(size) };
  const { ports, recorded } = createInMemoryDoorPorts({
    ring: buildKeyRing({ secret, id: keyId }),
    policy: { requestsPerMinute },
  });
  const handle = createRequestHandler({
    ...ports,
    claims: {
      claim: async (requestId) => {
        await turn();
        return ports.claims.claim(requestId);
      },
    },
    usage: createInMemoryUsage([], turn),
    readOpenSpaces: async () => {
      await turn();
      return new Map([[hit.spaceId, { key: name, exclusions: NO_EXCLUSIONS }]]);
    },
    serve: createServe({
      confluence: () => ({
        searchContent: async () => {
          await turn();
          return { hits: [hit], resultCount: 1, webBase: `https://${name}.atlassian.net/wiki` };
        },
        directory: {
          findByName: () => Promise.resolve([]),
          findById: () => Promise.resolve([]),
          findBlocked: () => Promise.resolve(new Set<string>()),
        },
      }),
      operationsOver: (confluence) => ({
        search: createSearch({ ...operations, ...confluence }),
        readPage: createReadPage({ ...operations, ...confluence }),
        listSpaces: createListSpaces({ ...operations, ...confluence, readDetails: () => Promise.resolve(new Map()) }),
      }),
      appVersion: () => '1.0.0',
    }),
  });
  const search = (requestId: string) =>
    handle(signedTriggerRequest({ secret, body: { requestId, operation: 'search', query: 'zebra' } }));
  return { search, recorded, keyId };
};

describe('two installations in one process', () => {
  it('never see, use up or record what is the other’s, in any interleaving', async () => {
    const asked = fc.array(fc.constantFrom<'first' | 'second'>('first', 'second'), { minLength: 2, maxLength: 12 });
    let bothServed = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), asked, async (scheduler, order) => {
        const turn: Turn = () => scheduler.schedule(Promise.resolve());
        const first = createInstallation('alder', 3, turn);
        const second = createInstallation('birch', 5, turn);
        // The same ids in both: what one has claimed is still new to the other.
        const ids = order.map(() => randomUUID());
        const replies = await scheduler.waitFor(
          Promise.all(
            order.map(async (whose, index) => ({
              whose,
              reply: await (whose === 'first' ? first : second).search(ids[Math.floor(index / 2) * 2] ?? ''),
            })),
          ),
        );
        const of = (whose: 'first' | 'second') =>
          replies.filter((each) => each.whose === whose).map(({ reply }) => reply);
        const all = JSON.stringify([of('first'), first.recorded]);
        expect(all).not.toContain('birch');
        expect(all).not.toContain(second.keyId);
        const others = JSON.stringify([of('second'), second.recorded]);
        expect(others).not.toContain('alder');
        expect(others).not.toContain(first.keyId);
        const served = [of('first'), of('second')].map((list) => list.filter(({ status }) => status === 200).length);
        const ownIds = (whose: 'first' | 'second'): number =>
          new Set(order.flatMap((each, index) => (each === whose ? [Math.floor(index / 2)] : []))).size;
        expect(served).toEqual([Math.min(3, ownIds('first')), Math.min(5, ownIds('second'))]);
        if (served.every((count) => count > 0)) bothServed += 1;
      }),
      { numRuns: 60 },
    );
    expect(bothServed).toBeGreaterThan(30);
  });
});
