import { describe, expect, it } from '@jest/globals';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import { readOptIn } from '../../src/fence/opt-in-registry';
import { StorageUnavailable } from '../../src/fence/storage-unavailable';
import { createInMemorySpaceSettings, NOW, SEEN, type SpaceSettingsScene } from '../support/in-memory-space-settings';
import { createFullShardStore } from '../support/full-shard-store';
import { createInMemoryShardStore } from '../support/in-memory-shard-store';

const at = new Date(NOW).toISOString();
const caller = { accountId: 'maya', spaceId: '98308' };
const ACTIVITY = [{ day: '2026-01-14', searches: 3 }];
const DETAILS = {
  exclusions: NO_EXCLUSIONS,
  siteExclusions: NO_EXCLUSIONS,
  blocked: false,
  activity: ACTIVITY,
};
const CLOSED = {
  enabled: false,
  mayChange: true,
  mayOpen: true,
  paused: false,
  archived: false,
  details: DETAILS,
};
const NOBODY = { enabled: false, mayChange: false, mayOpen: false, paused: false };
const MEMBER = { ...NOBODY, mayNotOpen: 'not-space-admin', archived: false };
const UNAVAILABLE = { ...NOBODY, mayNotOpen: 'space-not-available', refused: 'space-not-available' };
const SECRET = { labels: ['secret'], trees: [], blogPosts: true };

const create = (scene: SpaceSettingsScene = {}) => {
  const { ports, ...rest } = createInMemorySpaceSettings(scene);
  return { ...rest, stored: async () => (await readOptIn(ports.shards, '98308')).exclusions };
};
const member = { ...SEEN, mayAdminister: false };

describe('createSpaceSettings', () => {
  it.each([
    ['without an account', { spaceId: '98308' }],
    ['without a space', { accountId: 'maya' }],
  ])('knows no space for a caller %s, and asks nothing', async (_, nobody) => {
    const { functions, asked, stored } = create();
    expect(await functions.get(nobody)).toEqual(UNAVAILABLE);
    expect(await functions.set(nobody, { enabled: true })).toEqual(UNAVAILABLE);
    expect(await functions.setExclusions(nobody, SECRET)).toEqual(UNAVAILABLE);
    expect(await functions.findPages(nobody, { query: 'a' })).toEqual({ refused: 'space-not-available' });
    expect(asked).toEqual([]);
    expect(await stored()).toEqual(NO_EXCLUSIONS);
  });

  it('does nothing for a space that the caller does not see', async () => {
    const { functions, asked, stored } = create({ seen: { kind: 'not-available' } });
    expect(await functions.get(caller)).toEqual(UNAVAILABLE);
    expect(await functions.setExclusions(caller, SECRET)).toEqual(UNAVAILABLE);
    expect(await functions.findPages(caller, { query: 'a' })).toEqual({ refused: 'space-not-available' });
    expect(asked).toEqual(['see 98308', 'see 98308', 'see 98308']);
    expect(await stored()).toEqual(NO_EXCLUSIONS);
  });

  it('shows a member how the space stands and whom to ask, and lets them change and find nothing', async () => {
    const { functions, asked, stored } = create({ seen: { ...member, ownerAccountId: 'noah' } });
    const shown = { ...MEMBER, ownerAccountId: 'noah' };
    expect(await functions.get(caller)).toEqual(shown);
    expect(await functions.setExclusions(caller, SECRET)).toEqual({ ...shown, refused: 'not-space-admin' });
    expect(await functions.findPages(caller, { query: 'a' })).toEqual({ refused: 'not-space-admin' });
    expect(asked).toEqual(['see 98308', 'see 98308', 'see 98308']);
    expect(await stored()).toEqual(NO_EXCLUSIONS);
    expect(await create({ seen: member }).functions.get(caller)).toStrictEqual(MEMBER);
  });

  it('asks nothing about the space for a member', async () => {
    const ports = {
      isBlocked: () => Promise.reject(new Error('asked')),
      usage: { readSpaceUsage: () => Promise.reject(new Error('asked')) },
    };
    expect(await create({ seen: member, ports }).functions.get(caller)).toEqual(MEMBER);
  });

  it('shows an admin what is excluded, by whom the space was opened, and how it is used', async () => {
    const { functions } = create({ policy: { exclusions: SECRET }, seen: { ...SEEN, ownerAccountId: 'noah' } });
    const details = { ...DETAILS, siteExclusions: SECRET };
    expect(await functions.get(caller)).toStrictEqual({ ...CLOSED, details });
    await functions.set(caller, { enabled: true });
    expect(await functions.get(caller)).toStrictEqual({
      ...CLOSED,
      enabled: true,
      optedInAt: at,
      details: { ...details, optedInBy: 'maya' },
    });
  });

  it.each([
    [true, { blocked: true }],
    [undefined, {}],
  ])('shows whether a rule keeps the app out, where Confluence says so: %j', async (blocked, expected) => {
    const { functions } = create({ ports: { isBlocked: () => Promise.resolve(blocked) } });
    const { exclusions, siteExclusions, activity } = DETAILS;
    expect((await functions.get(caller)).details).toStrictEqual({
      exclusions,
      siteExclusions,
      ...expected,
      activity,
    });
  });

  it('names of the page trees of the site those that the caller sees in this space, and counts the others', async () => {
    const exclusions = { labels: ['secret'], trees: ['25', '11', '26', '12'], blogPosts: true };
    const { functions, asked } = create({ policy: { exclusions } });
    const answer = await functions.get(caller);
    expect(answer.details).toStrictEqual({
      ...DETAILS,
      siteExclusions: { ...exclusions, trees: ['11', '12'] },
      siteTreesElsewhere: 2,
    });
    expect(asked).toEqual(['see 98308', 'find 25 11 26 12 for 98308']);
    expect(JSON.stringify(answer)).not.toMatch(/"2[56]"/);
  });

  it('counts no page tree where all are of this space, and looks for none where there is none', async () => {
    const exclusions = { ...NO_EXCLUSIONS, trees: ['11'] };
    const { details } = await create({ policy: { exclusions } }).functions.get(caller);
    expect(details).toStrictEqual({ ...DETAILS, siteExclusions: exclusions });
    const { functions, asked } = create({ policy: { exclusions: SECRET } });
    await functions.get(caller);
    expect(asked).toEqual(['see 98308']);
  });

  it('looks for no page trees for a member', async () => {
    const { functions, asked } = create({ seen: member, policy: { exclusions: { ...NO_EXCLUSIONS, trees: ['11'] } } });
    expect(await functions.get(caller)).toStrictEqual(MEMBER);
    expect(asked).toEqual(['see 98308']);
  });

  it('asks about the space of the context alone', async () => {
    const about: string[] = [];
    const { functions } = create({
      ports: {
        isBlocked: (id) => Promise.resolve(about.push(id) < 0),
        usage: { readSpaceUsage: (id) => Promise.resolve(about.push(id) < 0 ? [] : ACTIVITY) },
      },
    });
    await functions.get(caller);
    expect(about).toEqual(['98308', '98308']);
  });
});

describe('setExclusions', () => {
  it('records the change, makes it, and says how it stands', async () => {
    const { functions, asked, records, stored } = create();
    expect(await functions.setExclusions(caller, { ...SECRET, labels: ['SECRET'] })).toEqual({
      ...CLOSED,
      details: { ...DETAILS, exclusions: SECRET },
    });
    expect(await stored()).toEqual(SECRET);
    expect(records).toEqual([
      { at, event: 'space-exclusions-changed', by: 'maya', spaceId: '98308', cause: 'more-excluded' },
    ]);
    expect(asked).toEqual(['see 98308', 'record space-exclusions-changed']);
  });

  it.each([
    ['a label more', { labels: ['draft', 'secret'], trees: ['11'], blogPosts: false }, 'more-excluded'],
    ['a page more', { labels: ['secret'], trees: ['11', '12'], blogPosts: false }, 'more-excluded'],
    ['blog posts', { labels: ['secret'], trees: ['11'], blogPosts: true }, 'more-excluded'],
    ['a label less', { labels: [], trees: ['11'], blogPosts: false }, 'less-excluded'],
    ['a page less', { labels: ['secret'], trees: [], blogPosts: false }, 'less-excluded'],
    ['nothing', NO_EXCLUSIONS, 'less-excluded'],
    ['another label', { labels: ['draft'], trees: ['11'], blogPosts: false }, 'otherwise-excluded'],
    ['blog posts in place of a page', { labels: ['secret'], trees: [], blogPosts: true }, 'otherwise-excluded'],
  ])('records in a fixed word whether more or less stays closed: %s', async (_, next, cause) => {
    const { functions, records, stored } = create();
    await functions.setExclusions(caller, { labels: ['secret'], trees: ['11'], blogPosts: false });
    await functions.setExclusions(caller, next);
    expect(records.map((record) => record.cause)).toEqual(['more-excluded', cause]);
    expect(await stored()).toEqual(next);
  });

  it('records less where blog posts are let out again', async () => {
    const { functions, records } = create();
    await functions.setExclusions(caller, { ...NO_EXCLUSIONS, blogPosts: true });
    await functions.setExclusions(caller, NO_EXCLUSIONS);
    expect(records.at(-1)).toMatchObject({ cause: 'less-excluded' });
  });

  it('neither records nor writes what changes nothing, in whatever order and letter case it comes', async () => {
    const { functions, records, shards } = create();
    const trees = ['11', '12'];
    await functions.setExclusions(caller, { labels: ['a', 'b'], trees, blogPosts: true });
    const writes = shards.writes();
    const shown = await functions.get(caller);
    for (const payload of [
      { labels: ['B', 'a'], trees: ['12', '11'], blogPosts: true },
      { ...NO_EXCLUSIONS, from: NO_EXCLUSIONS },
    ]) {
      expect(await functions.setExclusions(caller, payload)).toEqual(shown);
    }
    expect(records).toHaveLength(1);
    expect(shards.writes()).toBe(writes);
  });

  it('keeps what another admin has excluded since the list was read, and shows it', async () => {
    const { functions, asked, stored } = create();
    const labels = (...names: readonly string[]) => ({ ...NO_EXCLUSIONS, labels: names });
    await functions.setExclusions(caller, { labels: ['theirs'], trees: ['11'], blogPosts: true });
    const made = { labels: ['mine', 'theirs', 'secret'], trees: ['11'], blogPosts: true };
    expect(await functions.setExclusions(caller, { ...labels('Mine', 'secret'), from: labels('SECRET') })).toEqual({
      ...CLOSED,
      details: { ...DETAILS, exclusions: { ...made, labels: ['mine', 'theirs'] } },
    });
    expect(await stored()).toEqual({ ...made, labels: ['mine', 'theirs'] });
    expect(asked.filter((what) => what.startsWith('find'))).toEqual(['find 11 in 98308']);
  });

  it('takes no page of another space that it is said to have been made from', async () => {
    const { functions, stored } = create();
    const foreign = { ...NO_EXCLUSIONS, trees: ['25'] };
    expect(await functions.setExclusions(caller, { ...foreign, from: foreign })).toEqual(CLOSED);
    expect(await functions.setExclusions(caller, { ...foreign, from: NO_EXCLUSIONS })).toMatchObject({
      refused: 'invalid-payload',
    });
    expect(await stored()).toEqual(NO_EXCLUSIONS);
  });

  it('refuses more than twenty labels in all, and shows those that there are', async () => {
    const { functions, stored } = create();
    const labels = Array.from({ length: 20 }, (_, index) => `l${String(index).padStart(2, '0')}`);
    await functions.setExclusions(caller, { ...NO_EXCLUSIONS, labels });
    const one = { ...NO_EXCLUSIONS, labels: ['x'] };
    expect(await functions.setExclusions(caller, { ...one, from: NO_EXCLUSIONS })).toEqual({
      ...CLOSED,
      details: { ...DETAILS, exclusions: { ...NO_EXCLUSIONS, labels } },
      refused: 'too-many-exclusions',
    });
    expect(await stored()).toEqual({ ...NO_EXCLUSIONS, labels });
  });

  it('lets nothing out any more when that took too long, seeing the space included', async () => {
    let [nowMs, isLate] = [NOW, false];
    const seeSpace = () => {
      if (isLate) nowMs += 30_000;
      return Promise.resolve(SEEN);
    };
    const { functions, stored } = create({ ports: { now: () => nowMs, rights: { seeSpace } } });
    await functions.setExclusions(caller, SECRET);
    isLate = true;
    expect(await functions.setExclusions(caller, NO_EXCLUSIONS)).toMatchObject({
      details: { exclusions: SECRET },
      refused: 'busy',
    });
    expect(await stored()).toEqual(SECRET);
  });

  it('records nothing of what would take more room than a space has', async () => {
    const { functions, records, stored } = create();
    const labels = Array.from({ length: 20 }, (_, index) => `${'x'.repeat(200)}${String(index)}`);
    expect(await functions.setExclusions(caller, { ...NO_EXCLUSIONS, labels })).toEqual({
      ...CLOSED,
      refused: 'too-many-exclusions',
    });
    expect(records).toEqual([]);
    expect(await stored()).toEqual(NO_EXCLUSIONS);
  });

  it('excludes where the counts cannot be read, which are then not shown', async () => {
    const usage = { readSpaceUsage: () => Promise.reject(new StorageUnavailable('space usage')) };
    const { functions, stored } = create({ ports: { usage } });
    const { activity, ...details } = { ...DETAILS, exclusions: SECRET };
    expect(await functions.setExclusions(caller, SECRET)).toStrictEqual({ ...CLOSED, details });
    expect(await stored()).toEqual(SECRET);
  });

  it.each([
    undefined,
    null,
    {},
    { ...SECRET, more: 1 },
    { ...SECRET, labels: ['a b'] },
    { enabled: true },
    { ...SECRET, from: null },
    { ...SECRET, from: {} },
    { ...SECRET, from: { ...SECRET, from: SECRET } },
  ])('takes no payload like %j', async (payload) => {
    const { functions, records, stored } = create();
    expect(await functions.setExclusions(caller, payload)).toEqual({ ...CLOSED, refused: 'invalid-payload' });
    expect(records).toEqual([]);
    expect(await stored()).toEqual(NO_EXCLUSIONS);
  });

  it('takes only pages of the space that the caller finds, and looks for new ones alone', async () => {
    const { functions, asked, stored } = create();
    const trees = (...ids: readonly string[]) => ({ ...NO_EXCLUSIONS, trees: ids });
    expect(await functions.setExclusions(caller, trees('11', '25'))).toEqual({ ...CLOSED, refused: 'invalid-payload' });
    expect(await stored()).toEqual(NO_EXCLUSIONS);
    await functions.setExclusions(caller, trees('11'));
    await functions.setExclusions(caller, trees('11', '12'));
    expect(await stored()).toEqual(trees('11', '12'));
    await functions.setExclusions(caller, trees('11'));
    expect(asked.filter((what) => what.startsWith('find'))).toEqual([
      'find 11 25 in 98308',
      'find 11 in 98308',
      'find 12 in 98308',
    ]);
  });

  it('takes several new pages that are all found, and none when not one is', async () => {
    const { functions, stored } = create();
    const trees = (...ids: readonly string[]) => ({ ...NO_EXCLUSIONS, trees: ids });
    expect(await functions.setExclusions(caller, trees('25'))).toEqual({ ...CLOSED, refused: 'invalid-payload' });
    expect(await functions.setExclusions(caller, trees('25', '26'))).toEqual({ ...CLOSED, refused: 'invalid-payload' });
    expect(await stored()).toEqual(NO_EXCLUSIONS);
    expect(await functions.setExclusions(caller, trees('11', '12'))).not.toHaveProperty('refused');
    expect(await stored()).toEqual(trees('11', '12'));
  });

  it('changes nothing that it cannot record', async () => {
    const audit = { append: () => Promise.reject(new Error('full')) };
    const { functions, stored } = create({ ports: { audit } });
    await expect(functions.setExclusions(caller, SECRET)).rejects.toThrow('full');
    expect(await stored()).toEqual(NO_EXCLUSIONS);
  });

  it('says busy, and how the space stands, while others win every race', async () => {
    const { store } = createInMemoryShardStore();
    const shards = { ...store, replaceShard: () => Promise.resolve(false) };
    const { functions } = create({ ports: { shards } });
    expect(await functions.setExclusions(caller, SECRET)).toEqual({ ...CLOSED, refused: 'busy' });
  });
});

describe('reading counts', () => {
  it('fails on a defect', async () => {
    const usage = { readSpaceUsage: () => Promise.reject(new TypeError('a defect')) };
    await expect(create({ ports: { usage } }).functions.get(caller)).rejects.toThrow(TypeError);
  });
});

describe('setExclusions in a full registry', () => {
  it('says that there is no room, and how the space stands', async () => {
    const { functions } = create({ ports: { shards: createFullShardStore('98308') } });
    expect(await functions.setExclusions(caller, SECRET)).toStrictEqual({ ...CLOSED, refused: 'too-many-exclusions' });
  });
});

describe('findPages', () => {
  it('finds pages of the space of the context for its admin', async () => {
    const { functions, asked } = create();
    expect(await functions.findPages(caller, { query: 'deploy' })).toEqual({ pages: [] });
    expect(await functions.findPages(caller, { ids: ['12'] })).toEqual({
      pages: [{ id: '12', title: 'Page 12', spaceKey: 'ENG' }],
    });
    expect(asked).toEqual(['see 98308', 'find deploy in 98308 ENG', 'see 98308', 'find 12 in 98308']);
  });
});

describe('previewSearch', () => {
  const SHOWN = { results: [], hiddenCount: 0, leftOut: [], notes: [], confluencePoints: 3 };
  const previewing = (scene: SpaceSettingsScene = {}) => {
    const previewed: unknown[] = [];
    const preview = (ask: unknown) => {
      previewed.push(ask);
      return Promise.resolve(SHOWN);
    };
    return { ...create({ ...scene, ports: { preview } }), previewed };
  };

  it('previews the space that Confluence let the caller see, for its admin', async () => {
    const { functions, asked, previewed, records } = previewing();
    expect(await functions.previewSearch(caller, { query: 'deploy' })).toBe(SHOWN);
    expect(previewed).toEqual([{ spaceId: '98308', query: 'deploy', startedAtMs: NOW }]);
    expect(asked).toEqual(['see 98308']);
    expect(records).toEqual([]);
  });

  it.each([
    ['no account', {}, { spaceId: '98308' }, 'space-not-available'],
    ['no space', {}, { accountId: 'maya' }, 'space-not-available'],
    ['a space that is hidden or missing', { seen: { kind: 'not-available' } }, caller, 'space-not-available'],
    ['no right to administer the space', { seen: member }, caller, 'not-space-admin'],
    [
      'the right to administer Confluence alone',
      { seen: member, administersConfluence: true },
      caller,
      'not-space-admin',
    ],
    ['an archived space', { seen: { ...SEEN, status: 'archived' } }, caller, 'space-archived'],
  ] as const)('previews nothing for a caller with %s', async (_, scene, who, refused) => {
    const { functions, previewed } = previewing(scene);
    expect(await functions.previewSearch(who, { query: 'deploy' })).toEqual({ refused });
    expect(previewed).toEqual([]);
  });

  it.each([undefined, {}, { query: '' }, { query: 'x'.repeat(1001) }, { query: 7 }, { query: 'x', spaceId: '1' }])(
    'previews nothing for a payload like %j',
    async (payload) => {
      const { functions, previewed } = previewing();
      expect(await functions.previewSearch(caller, payload)).toEqual({ refused: 'invalid-payload' });
      expect(previewed).toEqual([]);
    },
  );

  it('tells whoever may not administer the space nothing of their payload', async () => {
    const { functions } = previewing({ seen: member });
    expect(await functions.previewSearch(caller, {})).toEqual({ refused: 'not-space-admin' });
  });
});
