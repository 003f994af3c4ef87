import { describe, expect, it } from '@jest/globals';
import { changeRegistry } from '../../src/fence/change-registry';
import { readOpenSpaces, type ShardStore } from '../../src/fence/opt-in-registry';
import { shardOf } from '../../src/fence/opt-in-shard';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { createSetSpaces, type BulkPorts } from '../../src/settings/administration-bulk';
import type { SeenSpace } from '../../src/settings/caller-spaces';
import { createFullShardStore } from '../support/full-shard-store';
import { createInMemoryShardStore } from '../support/in-memory-shard-store';

const admin = { accountId: 'maya', mayWrite: () => true };
const NOW = '2026-01-15T09:30:00.000Z';
const ids = Array.from({ length: 20 }, (_, index) => String(98304 + index));
const [contested = ''] = ids;
const space = (id: string): SeenSpace => ({ id, key: `K${id}`, name: id, type: 'global', archived: false });

const create = (changes: Partial<BulkPorts> & { readonly shards: ShardStore }) => {
  const asked: string[] = [];
  const set = createSetSpaces({
    spaces: { find: (wanted) => Promise.resolve(wanted.map(space)) },
    audit: {
      append: ({ event, by = '', spaceId = '' }) => {
        asked.push(`${event} ${by} ${spaceId}`);
        return Promise.resolve();
      },
    },
    now: () => Date.parse(NOW),
    ...changes,
  });
  return { set, asked };
};

/** A store in which others always get in first in the shard of {@link contested}. */
const contestedStore = () => {
  const memory = createInMemoryShardStore();
  const rivals = Array.from({ length: 400 }, (_, index) => String(99_000 + index)).filter(
    (id) => shardOf(id) === shardOf(contested),
  );
  const replaceShard = async (...input: Parameters<ShardStore['replaceShard']>) => {
    const rival = input[0] === shardOf(contested) ? rivals.shift() : undefined;
    if (rival !== undefined) {
      const details = { at: NOW, by: 'noah' };
      await changeRegistry(memory.store, { kind: 'open', spaceId: rival, key: `K${rival}`, details });
    }
    return memory.store.replaceShard(...input);
  };
  return { memory, store: { ...memory.store, replaceShard } };
};

describe('createSetSpaces', () => {
  it('records every opening before any is done', async () => {
    const { store } = createInMemoryShardStore();
    let recorded = 0;
    const { set, asked } = create({
      shards: {
        ...store,
        replaceShard: (...input) => {
          recorded = asked.length;
          return store.replaceShard(...input);
        },
      },
    });
    await set(admin, { spaceIds: ids, enabled: true });
    expect(recorded).toBe(20);
    expect(asked.sort()).toEqual(ids.map((id) => `space-opened maya ${id}`).sort());
  });

  it('says busy of the spaces that it could not change, and how they stand', async () => {
    const { store, memory } = contestedStore();
    const { set } = create({ shards: store });
    expect(await set(admin, { spaceIds: ids, enabled: true })).toEqual({
      spaces: ids.map((id) =>
        shardOf(id) === shardOf(contested) ? { id, open: false, refused: 'busy' } : { id, open: true, optedInAt: NOW },
      ),
    });
    expect((await readOpenSpaces(memory.store)).has(contested)).toBe(false);
  });

  it('tells since when a space was open that it finds open', async () => {
    const { store } = createInMemoryShardStore();
    const at = '2025-12-01T00:00:00.000Z';
    await changeRegistry(store, { kind: 'open', spaceId: contested, key: 'K', details: { at, by: 'noah' } });
    const { set, asked } = create({ shards: store });
    expect(await set(admin, { spaceIds: [contested], enabled: true })).toEqual({
      spaces: [{ id: contested, open: true, optedInAt: at }],
    });
    expect(asked).toEqual([]);
  });

  it('closes what is open, seen or not, and leaves alone what is closed', async () => {
    const { store } = createInMemoryShardStore();
    const [unseen = '', seen = '', closed = ''] = ids;
    for (const spaceId of [unseen, seen]) {
      await changeRegistry(store, { kind: 'open', spaceId, key: 'K', details: { at: NOW, by: 'noah' } });
    }
    const notNeeded = () => Promise.reject(new Error('not needed'));
    const { set, asked } = create({ shards: { ...store, readDetails: notNeeded }, spaces: { find: notNeeded } });
    expect(await set(admin, { spaceIds: [unseen, seen, closed], enabled: false })).toStrictEqual({
      spaces: [unseen, seen, closed].map((id) => ({ id, open: false })),
    });
    expect(asked.sort()).toEqual([unseen, seen].map((id) => `space-closed maya ${id}`).sort());
    expect((await readOpenSpaces(store)).size).toBe(0);
  });

  it('closes first, and records then what was closed, if that can be', async () => {
    const { store } = createInMemoryShardStore();
    const seen: number[] = [];
    for (const append of [
      async () => void seen.push((await readOpenSpaces(store)).size),
      () => Promise.reject(new StorageUnavailable('audit')),
    ]) {
      for (const spaceId of [contested, ...ids.slice(1, 3)]) {
        await changeRegistry(store, { kind: 'open', spaceId, key: 'K', details: { at: NOW, by: 'noah' } });
      }
      const { set } = create({ shards: store, audit: { append } });
      expect(await set(admin, { spaceIds: ids, enabled: false })).toStrictEqual({
        spaces: ids.map((id) => ({ id, open: false })),
      });
      expect((await readOpenSpaces(store)).size).toBe(0);
    }
    expect(seen).toEqual([0, 0, 0]);
  });

  it('opens nothing any more when it is too late, and closes all the same', async () => {
    const { store, writes } = createInMemoryShardStore();
    const { set } = create({ shards: store });
    const late = { ...admin, mayWrite: () => false };
    expect(await set(late, { spaceIds: [contested], enabled: true })).toStrictEqual({
      spaces: [{ id: contested, open: false, refused: 'busy' }],
    });
    expect((await readOpenSpaces(store)).size).toBe(0);
    await set(admin, { spaceIds: [contested], enabled: true });
    expect(await set(late, { spaceIds: [contested], enabled: false })).toStrictEqual({
      spaces: [{ id: contested, open: false }],
    });
    expect(writes()).toBe(2);
  });

  it('records no closing that was not done', async () => {
    const { store, memory } = contestedStore();
    await changeRegistry(memory.store, {
      kind: 'open',
      spaceId: contested,
      key: 'K',
      details: { at: NOW, by: 'noah' },
    });
    const { set, asked } = create({ shards: store });
    expect(await set(admin, { spaceIds: [contested], enabled: false })).toStrictEqual({
      spaces: [{ id: contested, open: true, refused: 'busy' }],
    });
    expect(asked).toEqual([]);
  });

  it('opens with the key that Confluence gives, for the caller, as of now', async () => {
    const { store } = createInMemoryShardStore();
    const { set } = create({ shards: store });
    await set(admin, { spaceIds: [contested], enabled: true });
    expect((await readOpenSpaces(store)).get(contested)?.key).toBe(`K${contested}`);
    expect(await store.readDetails(contested)).toEqual({ at: NOW, by: 'maya' });
  });

  it.each([
    ['not seen and closed', [], 'space-not-available'],
    ['archived', [{ ...space(contested), archived: true }], 'space-archived'],
  ])('does not open a space that is %s', async (_, found, refused) => {
    const { store, writes } = createInMemoryShardStore();
    const { set, asked } = create({ shards: store, spaces: { find: () => Promise.resolve(found) } });
    expect(await set(admin, { spaceIds: [contested], enabled: true })).toStrictEqual({
      spaces: [{ id: contested, open: false, refused }],
    });
    expect([asked, writes()]).toEqual([[], 0]);
  });

  it('opens no space a second time that the caller does not see, and says how it stands', async () => {
    const { store } = createInMemoryShardStore();
    await changeRegistry(store, { kind: 'open', spaceId: contested, key: 'K', details: { at: NOW, by: 'noah' } });
    const { set, asked } = create({ shards: store, spaces: { find: () => Promise.resolve([]) } });
    expect(await set(admin, { spaceIds: [contested], enabled: true })).toStrictEqual({
      spaces: [{ id: contested, open: true, optedInAt: NOW, refused: 'space-not-available' }],
    });
    expect(asked).toEqual([]);
  });

  it('closes an archived space', async () => {
    const { store } = createInMemoryShardStore();
    await changeRegistry(store, { kind: 'open', spaceId: contested, key: 'K', details: { at: NOW, by: 'noah' } });
    const found = [{ ...space(contested), archived: true }];
    const { set } = create({ shards: store, spaces: { find: () => Promise.resolve(found) } });
    expect(await set(admin, { spaceIds: [contested], enabled: false })).toStrictEqual({
      spaces: [{ id: contested, open: false }],
    });
  });

  it('says of a space whose storage failed that nothing was changed', async () => {
    const { store } = createInMemoryShardStore();
    const shards = { ...store, replaceShard: () => Promise.reject(new StorageUnavailable('shard')) };
    const { set } = create({ shards });
    expect(await set(admin, { spaceIds: [contested], enabled: true })).toStrictEqual({
      spaces: [{ id: contested, open: false, refused: 'storage-unavailable' }],
    });
  });

  it.each([
    undefined,
    {},
    { spaceIds: [], enabled: true },
    { spaceIds: [contested] },
    { spaceIds: [contested], enabled: 'yes' },
    { spaceIds: [contested, contested], enabled: true },
    { spaceIds: [...ids, '1'], enabled: true },
    { spaceIds: ['K1'], enabled: true },
    { spaceIds: [contested], enabled: true, by: 'noah' },
  ])('asks nobody and changes nothing for a payload like %j', async (payload) => {
    const { store, reads } = createInMemoryShardStore();
    const { set, asked } = create({
      shards: store,
      spaces: { find: () => Promise.reject(new Error('nothing is to be found')) },
    });
    expect(await set(admin, payload)).toEqual({ refused: 'invalid-payload' });
    expect([asked, reads()]).toEqual([[], 0]);
  });

  it('says of a space for which the registry has no room that it was not opened', async () => {
    const { set } = create({ shards: createFullShardStore(contested) });
    expect(await set(admin, { spaceIds: [contested], enabled: true })).toStrictEqual({
      spaces: [{ id: contested, open: false, refused: 'too-many-exclusions' }],
    });
  });

  it('reads since when spaces are open of those alone that were, and does without', async () => {
    const { store } = createInMemoryShardStore();
    const [, closed = ''] = ids;
    await changeRegistry(store, { kind: 'open', spaceId: contested, key: 'K', details: { at: NOW, by: 'noah' } });
    const about: string[] = [];
    const readDetails = (id: string) => Promise.resolve(about.push(id) < 0 ? { at: NOW, by: 'noah' } : undefined);
    const { set } = create({ shards: { ...store, readDetails } });
    expect(await set(admin, { spaceIds: [contested, closed], enabled: true })).toStrictEqual({
      spaces: [
        { id: contested, open: true },
        { id: closed, open: true, optedInAt: NOW },
      ],
    });
    expect(about).toEqual([contested]);
  });
});
