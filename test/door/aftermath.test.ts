import { describe, expect, it } from '@jest/globals';
import { createRequestHandler, type Serve } from '../../src/door/handle-request';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { createInMemoryDoorPorts, NOW, type DoorOptions } from '../support/in-memory-door-ports';
import { signedTriggerRequest } from '../support/signed-trigger-request';

const at = new Date(NOW).toISOString();
const keyId = '0123456789ab';

const ask = async (options: DoorOptions, body?: unknown) => {
  const { ports, ...seen } = createInMemoryDoorPorts(options);
  const reply = await createRequestHandler(ports)(signedTriggerRequest(body === undefined ? {} : { body }));
  return { reply, ...seen };
};

const found = (spaceIds: readonly string[]): { readonly serve: Serve } => ({
  serve: ({ request }) =>
    Promise.resolve({
      kind: 'reply',
      reply: {
        requestId: request.requestId,
        operation: 'search',
        results: spaceIds.map((id) => ({
          page: {
            id: '1',
            type: 'page',
            title: 'A page',
            url: 'https://example.atlassian.net/wiki/1',
            space: { id, key: id, name: id },
            version: 1,
            updatedAt: at,
            labels: [],
          },
          matched: 'all',
          excerpts: [{ markdown: 'words', headingPath: [], url: '' }],
        })),
        coverage: { spacesSearched: 1, spacesOptedIn: 1, confluenceCalls: 1, points: 2, answeredBy: 'any-word' },
        notes: [],
      },
    }),
});

describe('what a request leaves behind', () => {
  it('is the cause of a refusal, with the key, for admins', async () => {
    expect((await ask({})).recorded).toEqual([{ at, event: 'request-refused', cause: 'no_space_available', keyId }]);
    expect((await ask({}, { operation: 'nothing' })).recorded).toEqual([
      { at, event: 'request-refused', cause: 'invalid_request', keyId },
    ]);
  });

  it('is nothing for a failure of the world, and for a reply', async () => {
    const failing = { serve: () => Promise.reject(new StorageUnavailable('policy')) };
    expect((await ask({ ports: failing })).recorded).toEqual([]);
    expect((await ask({ ports: found(['1']) })).recorded).toEqual([]);
  });

  it('is how much the gate held back, and the reply says nothing of it', async () => {
    const { serve } = found(['1']);
    const held = await ask({ ports: { serve: async (served) => ({ ...(await serve(served)), heldBack: 4 }) } });
    expect(held.recorded).toEqual([{ at, event: 'content-held-back', count: 4, keyId }]);
    const plain = await ask({ ports: { serve } });
    const withoutId = (text: string): string => text.replace(/"requestId":"[^"]*"/, '');
    expect(withoutId(held.reply.body)).toBe(withoutId(plain.reply.body));
    expect(held.reply.headers).toEqual(plain.reply.headers);
  });

  it('is for one search of four the spaces that it quoted, each once, as four', async () => {
    expect((await ask({ ports: { ...found(['1', '2', '1']), random: () => 0.249 } })).counted).toEqual([
      { spaceIds: ['1', '2'], weight: 4 },
    ]);
    expect((await ask({ ports: { ...found(['1']), random: () => 0.25 } })).counted).toEqual([]);
    expect((await ask({ ports: found([]) })).counted).toEqual([]);
  });

  it('changes nothing of the reply when it cannot be written', async () => {
    const unwritable = { appendOnceAMinute: () => Promise.reject(new StorageUnavailable('audit')) };
    const { reply, defects } = await ask({ ports: { audit: unwritable } });
    expect(reply.status).toBe(403);
    expect(defects).toEqual([]);
  });

  it('reports a defect of the recording, and answers all the same', async () => {
    const defective = { appendOnceAMinute: () => Promise.reject(new TypeError('not an audit record')) };
    const { reply, defects } = await ask({ ports: { audit: defective } });
    expect(reply.status).toBe(403);
    expect(defects).toHaveLength(1);
  });
});
