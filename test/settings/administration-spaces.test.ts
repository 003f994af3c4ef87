import { describe, expect, it } from '@jest/globals';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import { changeRegistry } from '../../src/fence/change-registry';
import { createSpaceListFunctions } from '../../src/settings/administration-spaces';
import type { CallerSpaces, SeenSpace } from '../../src/settings/caller-spaces';
import { createInMemoryShardStore } from '../support/in-memory-shard-store';

const AT = '2026-01-15T09:30:00.000Z';
const SECRET = { labels: ['secret'], trees: [], blogPosts: false };
const space = (id: string): SeenSpace => ({ id, key: `K${id}`, name: `Space ${id}`, type: 'global', archived: false });

/** A site where the admin sees the spaces 1 to 4. 1 is open and excludes something, 2 is open, 3 excludes something, 9 is open. */
const create = async (changes: Partial<CallerSpaces> = {}) => {
  const asked: string[] = [];
  const { store } = createInMemoryShardStore();
  const open = (spaceId: string) =>
    changeRegistry(store, { kind: 'open', spaceId, key: `K${spaceId}`, details: { at: AT, by: 'noah' } });
  for (const spaceId of ['1', '2', '9']) await open(spaceId);
  for (const spaceId of ['1', '3']) await changeRegistry(store, { kind: 'exclude', spaceId, exclusions: SECRET });
  const readDetails = (spaceId: string) => {
    asked.push(`details of ${spaceId}`);
    return store.readDetails(spaceId);
  };
  const functions = createSpaceListFunctions({
    shards: { ...store, readDetails },
    spaces: {
      list: (cursor) => {
        asked.push(`list from ${String(cursor)}`);
        return Promise.resolve({ spaces: ['1', '2', '3', '4'].map(space) });
      },
      find: (ids) => {
        asked.push(`find ${ids.slice(0, 4).join(' ')}`);
        return Promise.resolve(ids.filter((id) => Number(id) < 5).map(space));
      },
      ...changes,
    },
  });
  return { functions, asked, open };
};

const opened = { optedInAt: AT, optedInBy: 'noah' };

describe('listSpaces', () => {
  it('joins what the caller sees with how each space stands', async () => {
    const { functions } = await create();
    expect(await functions.list(undefined)).toStrictEqual({
      spaces: [
        { ...space('1'), open: true, ...opened, exclusions: SECRET },
        { ...space('2'), open: true, ...opened, exclusions: NO_EXCLUSIONS },
        { ...space('3'), open: false, exclusions: SECRET },
        { ...space('4'), open: false, exclusions: NO_EXCLUSIONS },
      ],
    });
  });

  it('reads who opened a space of the open ones alone', async () => {
    const { functions, asked } = await create();
    await functions.list({});
    expect(asked).toEqual(['list from undefined', 'details of 1', 'details of 2']);
  });

  it('goes on from a cursor, and gives the next one', async () => {
    const cursors: unknown[] = [];
    const { functions } = await create({
      list: (cursor) => {
        cursors.push(cursor);
        return Promise.resolve({ spaces: [], nextCursor: 'more' });
      },
    });
    expect(await functions.list({ cursor: 'start' })).toStrictEqual({ spaces: [], nextCursor: 'more' });
    expect(cursors).toEqual(['start']);
  });

  it('refuses a cursor that Confluence does not know', async () => {
    const { functions } = await create({ list: () => Promise.resolve('unknown-cursor') });
    expect(await functions.list({ cursor: 'odd' })).toEqual({ refused: 'invalid-payload' });
  });

  it.each([null, { cursor: '' }, { cursor: 7 }, { cursor: 'x'.repeat(1001) }, { odd: 1 }])(
    'asks nobody for a payload like %j',
    async (payload) => {
      const { functions, asked } = await create();
      expect(await functions.list(payload)).toEqual({ refused: 'invalid-payload' });
      expect(asked).toEqual([]);
    },
  );
});

describe('listUnseenSpaces', () => {
  it('names the open spaces that the caller does not see by key, and no others', async () => {
    const { functions, asked } = await create();
    expect(await functions.listUnseen()).toStrictEqual({ spaces: [{ id: '9', key: 'K9', ...opened }], cut: false });
    expect(asked.filter((what) => what.startsWith('details'))).toEqual(['details of 9']);
  });

  it('looks for a thousand, and says when more are open', async () => {
    const { functions, open } = await create({ find: (ids) => Promise.resolve(ids.map(space)) });
    for (let id = 1000; id < 1997; id += 1) await open(String(id));
    expect(await functions.listUnseen()).toEqual({ spaces: [], cut: false });
    await open('1997');
    expect(await functions.listUnseen()).toEqual({ spaces: [], cut: true });
    const many: number[] = [];
    const { functions: looking, open: openHere } = await create({
      find: (ids) => Promise.resolve((many.push(ids.length), [])),
    });
    for (let id = 1000; id < 1998; id += 1) await openHere(String(id));
    expect(await looking.listUnseen()).toMatchObject({ cut: true });
    expect(many).toEqual([1000]);
  });

  it('tells two hundred of those that are not seen, reads no more of them, and says when there are more', async () => {
    const { functions, asked, open } = await create({ find: () => Promise.resolve([]) });
    for (let id = 1000; id < 1197; id += 1) await open(String(id));
    expect(await functions.listUnseen()).toMatchObject({ spaces: { length: 200 }, cut: false });
    await open('1197');
    asked.length = 0;
    const answer = await functions.listUnseen();
    expect(answer).toMatchObject({ spaces: { length: 200 }, cut: true });
    expect(asked.filter((what) => what.startsWith('details'))).toHaveLength(200);
    expect('spaces' in answer && answer.spaces.every(({ optedInBy }) => optedInBy === 'noah')).toBe(true);
  });
});

describe('describeSpaces', () => {
  it('tells id, key and name of the spaces that the caller sees, and nothing else', async () => {
    const { functions, asked } = await create();
    expect(await functions.describe({ ids: ['1', '9'] })).toStrictEqual({
      spaces: [{ id: '1', key: 'K1', name: 'Space 1' }],
    });
    expect(asked).toEqual(['find 1 9']);
  });

  it.each([undefined, {}, { ids: [] }, { ids: ['1', '1'] }, { ids: ['x1'] }, { ids: ['1x'] }, { ids: ['1'], odd: 1 }])(
    'asks nobody for a payload like %j',
    async (payload) => {
      const { functions, asked } = await create();
      expect(await functions.describe(payload)).toEqual({ refused: 'invalid-payload' });
      expect(asked).toEqual([]);
    },
  );
});
