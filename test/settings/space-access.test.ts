import { describe, expect, it } from '@jest/globals';
import type { AuditRecord } from '../../src/audit/audit-record';
import { changeRegistry } from '../../src/fence/change-registry';
import { readOptIn } from '../../src/fence/opt-in-registry';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { createSpaceAccess } from '../../src/settings/space-access';
import { createInMemorySpaceSettings, NOW, SEEN, type SpaceSettingsScene } from '../support/in-memory-space-settings';
import { createFullShardStore } from '../support/full-shard-store';
import { createInMemoryShardStore } from '../support/in-memory-shard-store';

const at = new Date(NOW).toISOString();
const caller = { accountId: 'maya', spaceId: '98308' };
const FORMER = { at: '2025-12-01T00:00:00.000Z', by: 'noah' };
const UNAVAILABLE = {
  enabled: false,
  mayChange: false,
  mayOpen: false,
  mayNotOpen: 'space-not-available',
  paused: false,
  refused: 'space-not-available',
};
const CLOSED = { enabled: false, mayChange: true, mayOpen: true, paused: false, archived: false };
const OPEN = { ...CLOSED, enabled: true, optedInAt: at };
const MEMBER = {
  enabled: false,
  mayChange: false,
  mayOpen: false,
  mayNotOpen: 'not-space-admin',
  paused: false,
  archived: false,
};

const create = async (scene: SpaceSettingsScene = {}, open = false) => {
  const { ports, ...rest } = createInMemorySpaceSettings(scene);
  if (open) await changeRegistry(ports.shards, { kind: 'open', spaceId: '98308', key: 'ENG', details: FORMER });
  return { access: createSpaceAccess(ports), stored: () => readOptIn(ports.shards, '98308'), ...rest };
};

describe('createSpaceAccess', () => {
  it.each([
    ['without an account', { spaceId: '98308' }],
    ['without a space', { accountId: 'maya' }],
    ['without either', {}],
  ])('knows no space for a caller %s, and asks nothing', async (_, nobody) => {
    const { access, asked, stored } = await create();
    expect(await access.get(nobody)).toEqual(UNAVAILABLE);
    expect(await access.set(nobody, { enabled: true })).toEqual(UNAVAILABLE);
    expect(asked).toEqual([]);
    expect(await stored()).toMatchObject({ isOpen: false });
  });

  it('says the same of a space that the caller does not see, open or not', async () => {
    for (const open of [false, true]) {
      const { access, stored, records } = await create({ seen: { kind: 'not-available' } }, open);
      expect(await access.get(caller)).toStrictEqual(UNAVAILABLE);
      expect(await access.set(caller, { enabled: !open })).toEqual(UNAVAILABLE);
      expect(await stored()).toMatchObject({ isOpen: open });
      expect(records).toEqual([]);
    }
  });

  it('asks for the right anew on every call, for the space of the context', async () => {
    const { access, asked } = await create();
    await access.get(caller);
    await access.get(caller);
    await access.set(caller, { odd: 1 });
    expect(asked).toEqual(['see 98308', 'see 98308', 'see 98308']);
  });

  it('opens and closes the space, records each, and says how it stands', async () => {
    const { access, asked, records, stored } = await create();
    expect(await access.get(caller)).toStrictEqual(CLOSED);
    expect(await access.set(caller, { enabled: true })).toStrictEqual(OPEN);
    expect(await stored()).toMatchObject({ isOpen: true, details: { at, by: 'maya' } });
    expect(await access.get(caller)).toStrictEqual(OPEN);
    expect(await access.set(caller, { enabled: false })).toStrictEqual(CLOSED);
    expect(await stored()).toMatchObject({ isOpen: false });
    expect(records).toEqual([
      { at, event: 'space-opened', by: 'maya', spaceId: '98308' },
      { at, event: 'space-closed', by: 'maya', spaceId: '98308' },
    ]);
    expect(asked).not.toContain('rights of the site');
  });

  it('changes and records nothing when the space stands so already', async () => {
    for (const open of [false, true]) {
      const { access, records, stored } = await create({}, open);
      const expected = open ? { ...OPEN, optedInAt: FORMER.at } : CLOSED;
      expect(await access.set(caller, { enabled: open })).toEqual(expected);
      expect(records).toEqual([]);
      expect(await stored()).toMatchObject({ isOpen: open });
    }
  });

  it('neither opens nor closes for somebody who does not administer the space, whatever else they may', async () => {
    for (const open of [false, true]) {
      const scene = { seen: { ...SEEN, mayAdminister: false }, administersConfluence: true };
      const { access, records, stored } = await create(scene, open);
      const expected = open ? { ...MEMBER, enabled: true, optedInAt: FORMER.at } : MEMBER;
      expect(await access.get(caller)).toStrictEqual(expected);
      expect(await access.set(caller, { enabled: !open })).toEqual({ ...expected, refused: 'not-space-admin' });
      expect(await stored()).toMatchObject({ isOpen: open });
      expect(records).toEqual([]);
    }
  });

  it.each([
    ['is archived', { seen: { ...SEEN, status: 'archived' } }, 'space-archived'],
    ['only Confluence admins may open', { policy: { optInBy: 'confluence-admins' as const } }, 'opt-in-forbidden'],
  ])('closes, but does not open, a space that %s', async (_, scene, mayNotOpen) => {
    const shown = { ...CLOSED, mayOpen: false, mayNotOpen, archived: mayNotOpen === 'space-archived' };
    const { access, records, stored } = await create(scene, true);
    expect(await access.get(caller)).toStrictEqual({ ...shown, enabled: true, optedInAt: FORMER.at });
    expect(await access.set(caller, { enabled: false })).toStrictEqual(shown);
    expect(await stored()).toMatchObject({ isOpen: false });
    expect(await access.set(caller, { enabled: true })).toStrictEqual({ ...shown, refused: mayNotOpen });
    expect(await stored()).toMatchObject({ isOpen: false });
    expect(records.map(({ event }) => event)).toEqual(['space-closed']);
  });

  it('says to a member as well that the space is archived, and asks nothing more for it', async () => {
    const { access, asked } = await create({ seen: { ...SEEN, status: 'archived', mayAdminister: false } }, true);
    const shown = { ...MEMBER, enabled: true, archived: true, optedInAt: FORMER.at };
    expect(await access.get(caller)).toStrictEqual(shown);
    expect(await access.set(caller, { enabled: false })).toStrictEqual({ ...shown, refused: 'not-space-admin' });
    expect(asked).toEqual(['see 98308', 'see 98308']);
  });

  it('opens for a space admin who administers Confluence, where only those may', async () => {
    const { access, asked } = await create({ policy: { optInBy: 'confluence-admins' }, administersConfluence: true });
    expect(await access.set(caller, { enabled: true })).toStrictEqual(OPEN);
    expect(asked).toEqual(['see 98308', 'rights of the site', 'record space-opened']);
  });

  it('says that the app is paused, and opens and closes none the less', async () => {
    const { access } = await create({ policy: { paused: true } });
    expect(await access.get(caller)).toStrictEqual({ ...CLOSED, paused: true });
    expect(await access.set(caller, { enabled: true })).toStrictEqual({ ...OPEN, paused: true });
  });

  it.each([undefined, null, true, {}, { enabled: 'true' }, { enabled: 1 }, { enabled: true, spaceId: '98309' }])(
    'takes no payload like %j',
    async (payload) => {
      const { access, records, stored } = await create();
      expect(await access.set(caller, payload)).toEqual({ ...CLOSED, refused: 'invalid-payload' });
      expect(records).toEqual([]);
      expect(await stored()).toMatchObject({ isOpen: false });
    },
  );

  it.each([
    ['opens', false, false],
    ['closes', true, true],
  ])('%s the space with a record right before, or for closing after it', async (_, open, isDone) => {
    const seen: boolean[] = [];
    const { ports } = createInMemorySpaceSettings();
    const append = async () => void seen.push((await readOptIn(ports.shards, '98308')).isOpen !== open);
    if (open) await changeRegistry(ports.shards, { kind: 'open', spaceId: '98308', key: 'ENG', details: FORMER });
    await createSpaceAccess({ ...ports, audit: { append } }).set(caller, { enabled: !open });
    expect(seen).toEqual([isDone]);
  });

  it('opens nothing that it cannot record, and closes all the same', async () => {
    const audit = { append: () => Promise.reject(new StorageUnavailable('audit')) };
    const { access, stored } = await create({ ports: { audit } });
    await expect(access.set(caller, { enabled: true })).rejects.toThrow('audit');
    expect(await stored()).toMatchObject({ isOpen: false });
    const opened = await create({ ports: { audit } }, true);
    expect(await opened.access.set(caller, { enabled: false })).toStrictEqual(CLOSED);
    expect(await opened.stored()).toMatchObject({ isOpen: false });
  });

  it('closes before anything else is asked, and shows it even when Confluence does not say who may open again', async () => {
    const administersConfluence = () => Promise.resolve(undefined);
    const scene = { policy: { optInBy: 'confluence-admins' as const }, ports: { administersConfluence } };
    const { access, stored } = await create(scene, true);
    const shown = { ...CLOSED, mayOpen: false, mayNotOpen: 'confluence-unavailable' };
    expect(await access.get(caller)).toStrictEqual({ ...shown, enabled: true, optedInAt: FORMER.at });
    expect(await access.set(caller, { enabled: false })).toStrictEqual(shown);
    expect(await stored()).toMatchObject({ isOpen: false });
    expect(await access.set(caller, { enabled: true })).toStrictEqual({ ...shown, refused: 'confluence-unavailable' });
    expect(await stored()).toMatchObject({ isOpen: false });
  });

  it('does not open any more when somebody has closed while the record took its time', async () => {
    let nowMs = NOW;
    const { ports } = createInMemorySpaceSettings({ ports: { now: () => nowMs } });
    const append = async ({ event }: AuditRecord) => {
      if (event !== 'space-opened') return;
      nowMs += 30_000;
      const other = { accountId: 'noah', spaceId: '98308' };
      expect(await access.set(other, { enabled: false })).toMatchObject({ enabled: false });
    };
    const access = createSpaceAccess({ ...ports, audit: { append } });
    expect(await access.set(caller, { enabled: true })).toStrictEqual({ ...CLOSED, refused: 'busy' });
    expect(await readOptIn(ports.shards, '98308')).toMatchObject({ isOpen: false });
  });

  it('counts the time from when it was called, and closes however late it is', async () => {
    let nowMs = NOW;
    const { ports } = createInMemorySpaceSettings({ ports: { now: () => nowMs } });
    const seeSpace = () => {
      nowMs += 30_000;
      return Promise.resolve(SEEN);
    };
    const access = createSpaceAccess({ ...ports, rights: { seeSpace } });
    expect(await access.set(caller, { enabled: true })).toMatchObject({ enabled: false, refused: 'busy' });
    await changeRegistry(ports.shards, { kind: 'open', spaceId: '98308', key: 'ENG', details: FORMER });
    expect(await access.set(caller, { enabled: false })).toStrictEqual(CLOSED);
  });

  it('closes where the policy cannot be read', async () => {
    const { ports } = createInMemorySpaceSettings();
    const read = () => Promise.reject(new StorageUnavailable('policy'));
    const access = createSpaceAccess({ ...ports, policy: { ...ports.policy, read } });
    await changeRegistry(ports.shards, { kind: 'open', spaceId: '98308', key: 'ENG', details: FORMER });
    await expect(access.set(caller, { enabled: false })).rejects.toThrow('policy');
    expect(await readOptIn(ports.shards, '98308')).toMatchObject({ isOpen: false });
  });

  it('shows since when somebody else has opened the space who was a little quicker', async () => {
    const { ports } = createInMemorySpaceSettings();
    const append = async () => {
      await changeRegistry(ports.shards, { kind: 'open', spaceId: '98308', key: 'ENG', details: FORMER });
    };
    const access = createSpaceAccess({ ...ports, audit: { append } });
    expect(await access.set(caller, { enabled: true })).toStrictEqual({ ...OPEN, optedInAt: FORMER.at });
  });

  it('says busy, and how the space stands, while others win every race', async () => {
    const { store } = createInMemoryShardStore();
    const shards = { ...store, replaceShard: () => Promise.resolve(false) };
    const { access } = await create({ ports: { shards } });
    expect(await access.set(caller, { enabled: true })).toStrictEqual({ ...CLOSED, refused: 'busy' });
    await changeRegistry(store, { kind: 'open', spaceId: '98308', key: 'ENG', details: FORMER });
    const open = { ...OPEN, optedInAt: FORMER.at };
    expect(await access.set(caller, { enabled: false })).toStrictEqual({ ...open, refused: 'busy' });
  });

  it('opens no space for which the registry has no room, and says so', async () => {
    const shards = createFullShardStore('98308');
    const { access, records } = await create({ ports: { shards } });
    expect(await access.set(caller, { enabled: true })).toStrictEqual({ ...CLOSED, refused: 'too-many-exclusions' });
    expect(await readOptIn(shards, '98308')).toMatchObject({ isOpen: false });
    expect(records).toHaveLength(1);
  });
});
