import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_EXCLUSIONS, type Exclusions } from '../../src/fence/exclusions';
import { changeRegistry, changeSpaces } from '../../src/fence/change-registry';
import {
  readOpenSpaces,
  readOptIn,
  readOptInDetails,
  readRegistry,
  type RegistryChange,
} from '../../src/fence/opt-in-registry';
import { encodeShard, MAX_EXCLUSION_BYTES, shardOf } from '../../src/fence/opt-in-shard';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { createFullShardStore } from '../support/full-shard-store';
import { createInMemoryShardStore } from '../support/in-memory-shard-store';

const open = (spaceId: string, key = `K${spaceId}`): RegistryChange => ({
  kind: 'open',
  spaceId,
  key,
  details: { at: '2026-01-01T00:00:00.000Z', by: 'maya' },
});
const close = (spaceId: string): RegistryChange => ({ kind: 'close', spaceId });

const SECRETS: Exclusions = { labels: ['secret'], trees: ['1001'], blogPosts: true };
const exclude = (spaceId: string, exclusions: Exclusions = SECRETS, from?: Exclusions): RegistryChange => ({
  kind: 'exclude',
  spaceId,
  exclusions,
  from,
});

/** Ids that share a shard, so that every change meets every other. */
const neighbours = Array.from({ length: 400 }, (_, index) => String(98304 + index)).filter((id) => shardOf(id) === 3);

describe('changeRegistry', () => {
  it('opens a space with its key and when and by whom', async () => {
    const { store } = createInMemoryShardStore();
    expect(await changeRegistry(store, open('98308', 'ENG'))).toBe('changed');
    expect([...(await readOpenSpaces(store))]).toEqual([['98308', { key: 'ENG', exclusions: NO_EXCLUSIONS }]]);
    expect(await readOptInDetails(store, ['98308'])).toEqual(
      new Map([['98308', { at: '2026-01-01T00:00:00.000Z', by: 'maya' }]]),
    );
  });

  it('closes a space and forgets who opened it', async () => {
    const { store } = createInMemoryShardStore();
    await changeRegistry(store, open('98308'));
    expect(await changeRegistry(store, close('98308'))).toBe('changed');
    expect((await readOpenSpaces(store)).size).toBe(0);
    expect((await readOptInDetails(store, ['98308'])).size).toBe(0);
  });

  it('writes nothing when the space already is as wanted', async () => {
    const { store, writes } = createInMemoryShardStore();
    await changeRegistry(store, open('98308'));
    expect(await changeRegistry(store, open('98308'))).toBe('unchanged');
    expect(await changeRegistry(store, close('12'))).toBe('unchanged');
    expect(writes()).toBe(1);
  });

  it('changes the exclusions of an open space, and tells them with it', async () => {
    const { store } = createInMemoryShardStore();
    await changeRegistry(store, open('98308', 'ENG'));
    expect(await changeRegistry(store, exclude('98308'))).toBe('changed');
    expect(await changeRegistry(store, exclude('98308'))).toBe('unchanged');
    expect([...(await readOpenSpaces(store))]).toEqual([['98308', { key: 'ENG', exclusions: SECRETS }]]);
    expect(await readOptIn(store, '98308')).toMatchObject({
      isOpen: true,
      exclusions: SECRETS,
      details: { by: 'maya' },
    });
    expect(await changeRegistry(store, exclude('98308', NO_EXCLUSIONS))).toBe('changed');
    expect([...(await readOpenSpaces(store))]).toEqual([['98308', { key: 'ENG', exclusions: NO_EXCLUSIONS }]]);
  });

  it('keeps the exclusions of a space that is closed, so that opening it again makes it no wider', async () => {
    const { store } = createInMemoryShardStore();
    await changeRegistry(store, open('98308', 'ENG'));
    await changeRegistry(store, exclude('98308'));
    await changeRegistry(store, close('98308'));
    expect((await readOpenSpaces(store)).size).toBe(0);
    expect(await readOptIn(store, '98308')).toEqual({ isOpen: false, exclusions: SECRETS });
    await changeRegistry(store, open('98308', 'ENG'));
    expect([...(await readOpenSpaces(store))]).toEqual([['98308', { key: 'ENG', exclusions: SECRETS }]]);
  });

  it('excludes from a space before it is opened', async () => {
    const { store } = createInMemoryShardStore();
    expect(await changeRegistry(store, exclude('98308'))).toBe('changed');
    expect((await readOpenSpaces(store)).size).toBe(0);
    await changeRegistry(store, open('98308', 'ENG'));
    expect((await readOpenSpaces(store)).get('98308')?.exclusions).toEqual(SECRETS);
  });

  it('keeps nothing of a closed space without exclusions', async () => {
    const { store, shards } = createInMemoryShardStore();
    await changeRegistry(store, exclude('98308'));
    await changeRegistry(store, exclude('98308', NO_EXCLUSIONS));
    expect(JSON.stringify([...shards])).not.toContain('98308');
  });

  it('refuses what would make a record too large to be stored, and changes nothing', async () => {
    const store = createFullShardStore('98308');
    expect(await changeRegistry(store, exclude('98308'))).toBe('too-large');
    expect(await readOptIn(store, '98308')).toEqual({ isOpen: false, exclusions: NO_EXCLUSIONS });
    expect(await changeRegistry(store, exclude('98308', NO_EXCLUSIONS))).toBe('unchanged');
  });

  it('loses no change of eight admins who change spaces of one shard at once', async () => {
    const { store } = createInMemoryShardStore();
    const ids = neighbours.slice(0, 8);
    const outcomes = await Promise.all(ids.map((id) => changeRegistry(store, open(id))));
    expect(outcomes).toEqual(ids.map(() => 'changed'));
    expect([...(await readOpenSpaces(store)).keys()].sort()).toEqual([...ids].sort());
  });

  it('says busy, and changes nothing, when others get in first every time', async () => {
    const [contested = '', ...others] = neighbours;
    const rivals = [...others];
    const rival = createInMemoryShardStore();
    const contestedStore = {
      ...rival.store,
      replaceShard: async (...args: Parameters<typeof rival.store.replaceShard>) => {
        await changeRegistry(rival.store, open(rivals.shift() ?? 'none'));
        return rival.store.replaceShard(...args);
      },
    };
    expect(await changeRegistry(contestedStore, open(contested))).toBe('busy');
    expect((await readOpenSpaces(rival.store)).has(contested)).toBe(false);
  });

  it('ends in the state of a plain set, whatever changes run one after the other or together', async () => {
    const change = fc.record({ id: fc.constantFrom(...neighbours.slice(0, 6)), open: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 }), async (rounds) => {
        const { store } = createInMemoryShardStore();
        const model = new Set<string>();
        for (const round of rounds) {
          // Within a round each space is changed once, so the order of concurrent changes does not matter.
          const distinct = [...new Map(round.map((step) => [step.id, step])).values()];
          await Promise.all(distinct.map((step) => changeRegistry(store, step.open ? open(step.id) : close(step.id))));
          for (const step of distinct) {
            if (step.open) model.add(step.id);
            else model.delete(step.id);
          }
          expect([...(await readOpenSpaces(store)).keys()].sort()).toEqual([...model].sort());
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('changeRegistry of what a space excludes', () => {
  const labels = (...names: readonly string[]): Exclusions => ({ ...NO_EXCLUSIONS, labels: names });
  const numbered = (count: number, prefix: string): readonly string[] =>
    Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(2, '0')}`);
  /** Labels that take so many bytes of a line, `labels=` and the quotation marks of JSON included. */
  const taking = (bytes: number): Exclusions => {
    const full = numbered(Math.floor(bytes / 131) - 1, 'x'.repeat(128));
    const rest = bytes - '"labels="'.length - full.length * 131;
    return labels(...full, 'y'.repeat(rest));
  };
  /** A registry in which the space excludes what it was given before there was a limit. */
  const withFormer = (exclusions: Exclusions) => {
    const memory = createInMemoryShardStore();
    memory.shards.set(shardOf('98308'), { version: 0, spaces: encodeShard(new Map([['98308', { exclusions }]])) });
    return memory.store;
  };

  it('keeps what others have excluded since then', async () => {
    const { store } = createInMemoryShardStore();
    await changeRegistry(store, exclude('98308', labels('a', 'b')));
    expect(await changeRegistry(store, exclude('98308', labels('a', 'c'), labels('a')))).toBe('changed');
    expect(await readOptIn(store, '98308')).toMatchObject({ exclusions: labels('a', 'b', 'c') });
  });

  it('keeps what others exclude between its reading and its writing', async () => {
    let rivals = 2;
    const memory = createInMemoryShardStore(async () => {
      if (rivals === 0) return;
      rivals -= 1;
      const [added, former] = rivals === 1 ? [labels('b'), NO_EXCLUSIONS] : [labels('b', 'd'), labels('b')];
      await changeRegistry(memory.store, exclude('98308', added, former));
    });
    await changeRegistry(memory.store, open('98308'));
    rivals = 2;
    expect(await changeRegistry(memory.store, exclude('98308', labels('c'), NO_EXCLUSIONS))).toBe('changed');
    const { exclusions } = await readOptIn(memory.store, '98308');
    expect([...exclusions.labels].sort()).toEqual(['b', 'c', 'd']);
  });

  it('loses nothing that several admins exclude from one space at once', async () => {
    const { store } = createInMemoryShardStore();
    const names = numbered(8, 'l');
    await Promise.all(names.map((name) => changeRegistry(store, exclude('98308', labels(name), NO_EXCLUSIONS))));
    expect((await readOptIn(store, '98308')).exclusions.labels).toEqual(names);
  });

  it('replaces what is excluded where it does not say what it was made from', async () => {
    const { store } = createInMemoryShardStore();
    await changeRegistry(store, exclude('98308', labels('a', 'b')));
    expect(await changeRegistry(store, exclude('98308', labels('c')))).toBe('changed');
    expect(await readOptIn(store, '98308')).toMatchObject({ exclusions: labels('c') });
  });

  it.each([
    ['labels', labels(...numbered(19, 'l')), labels('new', 'newer')],
    ['trees', { ...NO_EXCLUSIONS, trees: numbered(19, '1') }, { ...NO_EXCLUSIONS, trees: ['98', '99'] }],
  ])('refuses more than twenty %s in all, however few are wanted, and changes nothing', async (_, stored, wanted) => {
    const store = withFormer(stored);
    expect(await changeRegistry(store, exclude('98308', wanted, NO_EXCLUSIONS))).toBe('too-large');
    expect(await readOptIn(store, '98308')).toMatchObject({ exclusions: stored });
    const one = { labels: wanted.labels.slice(0, 1), trees: wanted.trees.slice(0, 1), blogPosts: false };
    expect(await changeRegistry(store, exclude('98308', one, NO_EXCLUSIONS))).toBe('changed');
  });

  it('keeps a registry readable in which a space with much of old would get too many by what is smaller', async () => {
    const stored = labels(...numbered(19, 'l'), 'x'.repeat(255));
    const store = withFormer(stored);
    const change = exclude('98308', labels('a', 'b'), labels('x'.repeat(255)));
    expect(await changeRegistry(store, change)).toBe('too-large');
    expect(await readOptIn(store, '98308')).toMatchObject({ exclusions: stored });
  });

  it('lets a space exclude what takes two kilobytes, and no more', async () => {
    const { store } = createInMemoryShardStore();
    expect(await changeRegistry(store, exclude('98308', taking(MAX_EXCLUSION_BYTES + 1)))).toBe('too-large');
    expect(await readOptIn(store, '98308')).toEqual({ isOpen: false, exclusions: NO_EXCLUSIONS });
    expect(await changeRegistry(store, exclude('98308', taking(MAX_EXCLUSION_BYTES)))).toBe('changed');
    expect(MAX_EXCLUSION_BYTES).toBe(2048);
  });

  it.each([
    ['three bytes in UTF-8', '\u4e2d'.repeat(250), 3],
    ['two bytes in JSON', '"'.repeat(250), 4],
  ])('counts letters that take %s as what they take', async (_, name, fitting) => {
    const { store } = createInMemoryShardStore();
    const names = Array.from({ length: fitting }, (__, index) => `${name}${index}`);
    const [first = ''] = names;
    expect(await changeRegistry(store, exclude('98308', labels(...names, `${name}x`)))).toBe('too-large');
    expect(await changeRegistry(store, exclude('98308', labels(first, ...names.slice(2))))).toBe('changed');
  });

  it('takes a space that excludes more of old as it is: less is allowed, and opening and closing; more is not', async () => {
    const much = taking(MAX_EXCLUSION_BYTES + 300);
    const store = withFormer(much);
    const more = exclude('98308', labels(...much.labels, 'z'), much);
    expect(await changeRegistry(store, more)).toBe('too-large');
    expect(await changeRegistry(store, open('98308'))).toBe('changed');
    expect(await changeRegistry(store, close('98308'))).toBe('changed');
    const less = taking(MAX_EXCLUSION_BYTES + 200);
    expect(await changeRegistry(store, exclude('98308', less))).toBe('changed');
    expect(await readOptIn(store, '98308')).toEqual({ isOpen: false, exclusions: less });
  });

  it('says that others were first every time, and what is excluded none the less', async () => {
    const store = withFormer(labels('a'));
    const contested = { ...store, replaceShard: () => Promise.resolve(false) };
    expect(await changeRegistry(contested, exclude('98308', labels('b')))).toBe('busy');
  });

  it('lets nobody with 64 spaces keep others from opening theirs', async () => {
    const { store } = createInMemoryShardStore();
    // The worst that one can choose: all of them in one shard.
    for (const id of neighbours.slice(0, 64)) {
      expect(await changeRegistry(store, exclude(id, taking(MAX_EXCLUSION_BYTES)))).toBe('changed');
    }
    expect(await changeRegistry(store, open(neighbours[64] ?? ''))).toBe('changed');
    expect(await changeRegistry(store, exclude(neighbours[64] ?? '', taking(MAX_EXCLUSION_BYTES)))).toBe('changed');
  });
});

describe('changeSpaces', () => {
  const ids = Array.from({ length: 20 }, (_, index) => String(98304 + index));
  const shardCount = new Set(ids.map(shardOf)).size;

  /** A store in which every shard exists. */
  const createStore = async (...input: Parameters<typeof createInMemoryShardStore>) => {
    const memory = createInMemoryShardStore(...input);
    for (const shard of [0, 1, 2, 3]) await memory.store.createShard(shard);
    return memory;
  };

  it('opens many with one reading of the registry and one write for each shard', async () => {
    const { store, reads, writes } = await createStore();
    const outcomes = await changeSpaces(
      store,
      ids.map((id) => open(id)),
      await readRegistry(store),
    );
    expect([...outcomes]).toEqual(expect.arrayContaining(ids.map((id) => [id, 'changed'])));
    expect([reads(), writes()]).toEqual([4, shardCount]);
    expect([...(await readOpenSpaces(store)).keys()].sort()).toEqual([...ids].sort());
    expect((await readOptInDetails(store, ids)).size).toBe(ids.length);
  });

  it('closes many, and writes no shard of which all are as wanted', async () => {
    const { store, writes } = await createStore();
    const [first = ''] = neighbours;
    await changeRegistry(store, open(first));
    const outcomes = await changeSpaces(store, [first, ...ids].map(close), await readRegistry(store));
    expect([...outcomes].filter(([, outcome]) => outcome === 'changed')).toEqual([[first, 'changed']]);
    expect([...outcomes.values()].filter((outcome) => outcome === 'unchanged')).toHaveLength(
      new Set([first, ...ids]).size - 1,
    );
    expect(writes()).toBe(2);
    expect((await readOptInDetails(store, [first])).size).toBe(0);
  });

  it('makes a shard that does not exist yet', async () => {
    const { store } = createInMemoryShardStore();
    await changeSpaces(
      store,
      ids.map((id) => open(id)),
      await readRegistry(store),
    );
    expect((await readOpenSpaces(store)).size).toBe(ids.length);
  });

  it('refuses too much of one space, and makes the other changes of its shard', async () => {
    const { store } = await createStore();
    const [one = '', other = ''] = neighbours;
    const labels = Array.from({ length: 21 }, (_, index) => `l${index}`);
    const outcomes = await changeSpaces(
      store,
      [exclude(one, { ...NO_EXCLUSIONS, labels }), open(other)],
      await readRegistry(store),
    );
    expect([...outcomes]).toEqual([
      [one, 'too-large'],
      [other, 'changed'],
    ]);
    expect([...(await readRegistry(store)).spaces.keys()]).toEqual([other]);
  });

  it('says of each shard what became of it when storage fails for one', async () => {
    const { store } = await createStore();
    const failing = {
      ...store,
      replaceShard: (...input: Parameters<typeof store.replaceShard>) =>
        input[0] === 3 ? Promise.reject(new StorageUnavailable('opt-in shard')) : store.replaceShard(...input),
    };
    const outcomes = await changeSpaces(
      failing,
      ids.map((id) => open(id)),
      await readRegistry(store),
    );
    for (const id of ids) expect(outcomes.get(id)).toBe(shardOf(id) === 3 ? 'storage-unavailable' : 'changed');
    expect((await readOpenSpaces(store)).size).toBe(ids.filter((id) => shardOf(id) !== 3).length);
  });

  it('throws a defect on', async () => {
    const { store } = await createStore();
    const defective = { ...store, replaceShard: () => Promise.reject(new TypeError('defect')) };
    await expect(changeSpaces(defective, [open('1')], await readRegistry(store))).rejects.toThrow('defect');
  });

  it('loses no change when two admins change the same shards at once', async () => {
    const { store } = await createStore();
    const others = neighbours.slice(0, 10);
    const seen = await readRegistry(store);
    const answers = await Promise.all([
      changeSpaces(
        store,
        ids.map((id) => open(id)),
        seen,
      ),
      changeSpaces(
        store,
        others.filter((id) => !ids.includes(id)).map((id) => open(id)),
        seen,
      ),
    ]);
    expect(answers.flatMap((each) => [...each.values()])).not.toContain('busy');
    expect([...(await readOpenSpaces(store)).keys()].sort()).toEqual([...new Set([...ids, ...others])].sort());
  });

  it('says busy of the spaces of a shard in which others get in first every time', async () => {
    const memory = await createStore();
    const rivals = neighbours.slice(20);
    const contested = {
      ...memory.store,
      replaceShard: async (...input: Parameters<typeof memory.store.replaceShard>) => {
        if (input[0] === 3) await changeRegistry(memory.store, open(rivals.shift() ?? 'none'));
        return memory.store.replaceShard(...input);
      },
    };
    const outcomes = await changeSpaces(
      contested,
      ids.map((id) => open(id)),
      await readRegistry(memory.store),
    );
    for (const id of ids) expect(outcomes.get(id)).toBe(shardOf(id) === 3 ? 'busy' : 'changed');
  });

  it('does what the changes would do one by one, whatever is open and excluded before', async () => {
    const id = fc.constantFrom(...ids.slice(0, 8));
    const step = fc.tuple(id, fc.constantFrom(open, close, exclude));
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.uniqueArray(step, { maxLength: 8, selector: ([each]) => each }),
        async (before, changes) => {
          const [one, all] = [createInMemoryShardStore(), createInMemoryShardStore()];
          for (const [each, change] of before) {
            await changeRegistry(one.store, change(each));
            await changeRegistry(all.store, change(each));
          }
          const wanted = changes.map(([each, change]) => change(each));
          const expected = new Map<string, string>();
          for (const each of wanted) expected.set(each.spaceId, await changeRegistry(one.store, each));
          const outcomes = await changeSpaces(all.store, wanted, await readRegistry(all.store));
          expect(new Map(outcomes)).toEqual(expected);
          expect((await readRegistry(all.store)).spaces).toEqual((await readRegistry(one.store)).spaces);
        },
      ),
      { numRuns: 100 },
    );
  });
});
