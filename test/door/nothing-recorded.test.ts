import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createRequestHandler, type DoorPorts, type Served } from '../../src/door/handle-request';
import { nothingRecorded } from '../../src/door/nothing-recorded';
import { createInMemoryDoorPorts } from '../support/in-memory-door-ports';
import { createInMemoryUsage } from '../support/in-memory-usage';
import { signedTriggerRequest } from '../support/signed-trigger-request';

const found: Served = {
  kind: 'reply',
  heldBack: 3,
  reply: {
    requestId: randomUUID(),
    operation: 'search',
    results: [
      {
        page: {
          id: '1',
          type: 'page',
          title: 'A page',
          url: 'https://example.atlassian.net/wiki/1',
          space: { id: '98308', key: 'ENG', name: 'Engineering' },
          version: 1,
          updatedAt: '2026-01-15T09:30:00.000Z',
          labels: [],
        },
        matched: 'all',
        excerpts: [{ markdown: 'words', headingPath: [], url: '' }],
      },
    ],
    coverage: { spacesSearched: 1, spacesOptedIn: 1, confluenceCalls: 1, points: 26, answeredBy: 'any-word' },
    notes: [],
  },
};

/** One search that finds something while something is held back, and one that is refused. */
const searchTwice = async (changes: Partial<DoorPorts>) => {
  const usage = createInMemoryUsage();
  const { ports, recorded, counted } = createInMemoryDoorPorts({ policy: { requestsPerMinute: 10 } });
  const searching: DoorPorts = { ...ports, usage, serve: () => Promise.resolve(found), ...changes };
  const body = { requestId: randomUUID(), operation: 'search', query: 'zebra' };
  const handle = createRequestHandler(searching);
  const replies = [await handle(signedTriggerRequest({ body })), await handle(signedTriggerRequest({ body }))];
  return { statuses: replies.map(({ status }) => status), recorded, counted, shards: usage.shards() };
};

describe('nothingRecorded', () => {
  it('leaves no row of the audit and no search of a space', async () => {
    const { statuses, recorded, counted } = await searchTwice(nothingRecorded);
    expect({ statuses, recorded, counted }).toEqual({ statuses: [200, 409], recorded: [], counted: [] });
    expect(await searchTwice({})).toMatchObject({
      statuses,
      recorded: [{ event: 'content-held-back' }, { event: 'request-refused', cause: 'request_replayed' }],
      counted: [{ spaceIds: ['98308'] }],
    });
  });

  it('leaves no day of use of the key and no search of the day, and counts against the limits all the same', async () => {
    const limited = { requests: 1, points: 26 };
    const { shards } = await searchTwice(nothingRecorded);
    expect(shards).toEqual([expect.objectContaining({ ...limited, searches: 0, keyDays: new Map() })]);
    const { shards: recorded } = await searchTwice({});
    expect(recorded).toMatchObject([{ ...limited, searches: 1, keyDays: new Map([['0123456789ab', shards[0]?.day]]) }]);
  });
});
