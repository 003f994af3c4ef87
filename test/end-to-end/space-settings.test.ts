import { beforeEach, describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { useRunningSite } from '../support/running-site';

const content = contentFile([
  { id: '1001', space: 'ENG', title: 'Deploying', storage: '<p>zebra</p>' },
  { id: '1002', space: 'ENG', title: 'Hidden', storage: '<p>zebra</p>', restrictedTo: ['noah'] },
  { id: '1003', space: 'ENG', title: 'News', storage: '<p>zebra</p>', type: 'blogpost' },
  { id: '2001', space: 'DOCS', title: 'Guide', storage: '<p>zebra</p>' },
]);

const { site, local, invoke } = useRunningSite({ contentPaths: [content], open: 'none' });
const NONE = { labels: [], trees: [], blogPosts: false };

const settings = (as: string, name: string, payload?: unknown, space = 'ENG') =>
  invoke(as, 'space-settings', name, { space, payload });
const exclude = (payload: unknown, as = 'maya') => settings(as, 'setSpaceExclusions', payload);
const setPolicy = (payload: unknown) => invoke('admin', 'admin', 'setPolicy', { payload });
const audit = async (): Promise<string> => JSON.stringify(await invoke('admin', 'admin', 'getAudit'));

beforeEach(async () => {
  await local('PATCH', 'site', { spaces: { ENG: { admins: ['maya'], status: 'current', blocked: false } } });
  await setPolicy({ optInBy: 'space-admins', exclusions: NONE });
  await settings('admin', 'setSpaceAccess', { enabled: false });
  await settings('admin', 'setSpaceExclusions', NONE);
});

describe('getSpaceAccess on the settings page', () => {
  it('tells a space admin what is excluded, by whom it was opened, and how it is used', async () => {
    await settings('maya', 'setSpaceAccess', { enabled: true });
    await setPolicy({ exclusions: { ...NONE, labels: ['secret'] } });
    expect(await settings('maya', 'getSpaceAccess')).toMatchObject({
      enabled: true,
      optedInAt: expect.any(String),
      details: {
        exclusions: NONE,
        siteExclusions: { ...NONE, labels: ['secret'] },
        optedInBy: 'maya',
        blocked: false,
        activity: [],
      },
    });
  });

  it('says that the space is archived, or closed to the app by an access rule', async () => {
    await local('PATCH', 'site', { spaces: { ENG: { status: 'archived', blocked: true } } });
    expect(await settings('maya', 'getSpaceAccess')).toMatchObject({
      mayChange: true,
      mayOpen: false,
      mayNotOpen: 'space-archived',
      archived: true,
      details: { blocked: true },
    });
  });

  it('says it to a reader of the macro too, without a call more', async () => {
    await local('PATCH', 'site', { spaces: { ENG: { status: 'archived' } } });
    site().platform.clearCalls();
    expect(await invoke('noah', 'space-settings-macro', 'getSpaceAccess', { space: 'ENG' })).toMatchObject({
      archived: true,
      mayChange: false,
    });
    const calls = site()
      .platform.calls()
      .filter(({ to }) => to === 'confluence');
    expect(calls).toHaveLength(1);
  });

  it('names of the page trees of the site those alone that the caller sees in this space', async () => {
    await setPolicy({ exclusions: { ...NONE, trees: ['1001', '1002', '2001', '999'] } });
    const shown = { siteExclusions: { ...NONE, trees: ['1001'] }, siteTreesElsewhere: 3 };
    expect(await settings('maya', 'getSpaceAccess')).toMatchObject({ details: shown });
    const changed = await exclude({ ...NONE, labels: ['secret'] });
    expect(changed).toMatchObject({ details: shown });
    expect(JSON.stringify(changed)).not.toMatch(/1002|2001|999/);
    await local('PUT', 'faults', [{ match: '/wiki/rest/api/search', status: 500 }]);
    expect(await settings('maya', 'getSpaceAccess')).toMatchObject({
      details: { siteExclusions: NONE, siteTreesElsewhere: 4 },
    });
    await local('PUT', 'faults', []);
  });

  it('does without what Confluence does not say about access rules', async () => {
    await local('PUT', 'faults', [{ match: 'data-policies', status: 500 }]);
    expect(await settings('maya', 'getSpaceAccess')).not.toHaveProperty('details.blocked');
    await local('PUT', 'faults', []);
  });

  it('tells others nothing of it but whom to ask', async () => {
    await exclude({ ...NONE, labels: ['secret'] });
    const answer = await settings('noah', 'getSpaceAccess');
    expect(answer).not.toHaveProperty('details');
    expect(answer).toMatchObject({ ownerAccountId: 'maya' });
    expect(await settings('maya', 'getSpaceAccess')).not.toHaveProperty('ownerAccountId');
    const macro = await invoke('noah', 'space-settings-macro', 'getSpaceAccess', { space: 'ENG' });
    expect(macro).not.toHaveProperty('ownerAccountId');
  });

  it.each([[null], [undefined], ['']])('names nobody to ask where Confluence says %j', async (spaceOwnerId) => {
    const space = { id: site().confluence.spaceByKey('ENG')?.id, key: 'ENG', status: 'current', spaceOwnerId };
    await local('PUT', 'faults', [{ match: '/wiki/api/v2/spaces/', status: 200, body: space }]);
    expect(await settings('noah', 'getSpaceAccess')).toEqual({
      enabled: false,
      mayChange: false,
      mayOpen: false,
      mayNotOpen: 'not-space-admin',
      paused: false,
      archived: false,
    });
    await local('PUT', 'faults', []);
  });

  it('is without details in the macro, which changes no exclusions either', async () => {
    expect(await invoke('maya', 'space-settings-macro', 'getSpaceAccess', { space: 'ENG' })).not.toHaveProperty(
      'details',
    );
    await expect(
      invoke('maya', 'space-settings-macro', 'setSpaceExclusions', { space: 'ENG', payload: NONE }),
    ).rejects.toThrow('setSpaceExclusions');
  });
});

describe('setSpaceAccess where only Confluence admins may open spaces', () => {
  beforeEach(async () => {
    await setPolicy({ optInBy: 'confluence-admins' });
  });

  it('is refused to a space admin, who is told why', async () => {
    const forbidden = { enabled: false, mayChange: true, mayOpen: false, mayNotOpen: 'opt-in-forbidden' };
    for (const surface of ['space-settings', 'space-settings-macro']) {
      expect(await invoke('maya', surface, 'getSpaceAccess', { space: 'ENG' })).toMatchObject(forbidden);
      expect(
        await invoke('maya', surface, 'setSpaceAccess', { space: 'ENG', payload: { enabled: true } }),
      ).toMatchObject({ ...forbidden, refused: 'opt-in-forbidden' });
    }
    expect(await settings('maya', 'getSpaceAccess')).toMatchObject({ enabled: false });
  });

  it('is open to a Confluence admin, and a space admin may still close the space', async () => {
    expect(await settings('admin', 'setSpaceAccess', { enabled: true })).toMatchObject({
      enabled: true,
      mayOpen: true,
    });
    expect(await settings('maya', 'setSpaceAccess', { enabled: false })).toMatchObject({ enabled: false });
    expect(await settings('maya', 'setSpaceAccess', { enabled: true })).toMatchObject({ refused: 'opt-in-forbidden' });
  });

  it('takes the right from Confluence alone', async () => {
    const answer = JSON.stringify({ operations: [{ operation: 'administer', targetType: 'space' }] });
    await local('PUT', 'faults', [{ match: '/wiki/rest/api/user/current', status: 200, body: answer }]);
    expect(await settings('admin', 'setSpaceAccess', { enabled: true })).toMatchObject({ refused: 'opt-in-forbidden' });
    await local('PUT', 'faults', []);
  });
});

describe('setSpaceExclusions', () => {
  it('keeps what another admin has excluded since the list was read', async () => {
    await exclude({ ...NONE, labels: ['theirs'], trees: ['1001'] });
    const both = { labels: ['mine', 'theirs'], trees: ['1001'], blogPosts: false };
    expect(await exclude({ ...NONE, labels: ['mine'], from: NONE }, 'admin')).toMatchObject({
      details: { exclusions: both },
    });
    expect(await settings('maya', 'getSpaceAccess')).toMatchObject({ details: { exclusions: both } });
    expect(await exclude({ ...NONE, from: { ...NONE, trees: ['1001'] } })).toMatchObject({
      details: { exclusions: { ...both, trees: [] } },
    });
  });

  it('takes two kilobytes of a space, and no more', async () => {
    const labels = Array.from({ length: 20 }, (_, index) => `${'x'.repeat(100)}${index}`);
    const refused = { refused: 'too-many-exclusions', details: { exclusions: NONE } };
    expect(await exclude({ ...NONE, labels })).toMatchObject(refused);
    expect(await exclude({ ...NONE, labels: labels.slice(1) })).not.toHaveProperty('refused');
  });

  it('takes labels, page trees and blog posts, before a space is opened and after', async () => {
    const excluded = { labels: ['draft', 'secret'], trees: ['1001'], blogPosts: true };
    expect(await exclude({ ...excluded, labels: ['Secret', 'DRAFT', 'secret'] })).toMatchObject({
      enabled: false,
      details: { exclusions: excluded },
    });
    await settings('maya', 'setSpaceAccess', { enabled: true });
    await settings('maya', 'setSpaceAccess', { enabled: false });
    expect(await settings('maya', 'getSpaceAccess')).toMatchObject({ details: { exclusions: excluded } });
  });

  it.each(['noah', 'unidentified'])('is refused to %s, and changes nothing', async (account) => {
    const answer = await exclude({ ...NONE, blogPosts: true }, account);
    expect(answer).toMatchObject({
      mayChange: false,
      refused: expect.stringMatching(/^(?:not-space-admin|space-not-available)$/),
    });
    expect(answer).not.toHaveProperty('details');
    expect(await settings('maya', 'getSpaceAccess')).toMatchObject({ details: { exclusions: NONE } });
  });

  it.each([
    ['an unknown member', { ...NONE, space: 'DOCS' }],
    ['a missing member', { labels: [], trees: [] }],
    ['a label with white space', { ...NONE, labels: ['top secret'] }],
    ['a label with a comma', { ...NONE, labels: ['a,b'] }],
    ['an empty label', { ...NONE, labels: [''] }],
    ['a label that is too long', { ...NONE, labels: ['x'.repeat(256)] }],
    ['too many labels', { ...NONE, labels: Array.from({ length: 21 }, (_, index) => `l${index}`) }],
    ['a page that does not exist', { ...NONE, trees: ['999'] }],
    ['a page of another space', { ...NONE, trees: ['2001'] }],
    ['a page that the caller may not see', { ...NONE, trees: ['1001', '1002'] }],
    ['a blog post', { ...NONE, trees: ['1003'] }],
    ['what is no id', { ...NONE, trees: ['1") or id in ("1001'] }],
  ])('refuses %s, and changes nothing', async (_, payload) => {
    expect(await exclude(payload)).toMatchObject({ refused: 'invalid-payload', details: { exclusions: NONE } });
    expect(await settings('maya', 'getSpaceAccess')).toMatchObject({ details: { exclusions: NONE } });
  });

  it('keeps an excluded page that is gone by now', async () => {
    await local('PATCH', 'site', { pages: { '1009': { space: 'ENG', title: 'Soon gone', storage: '<p>x</p>' } } });
    await exclude({ ...NONE, trees: ['1009'] });
    await local('PATCH', 'site', { pages: { '1009': null } });
    const answer = await exclude({ ...NONE, labels: ['secret'], trees: ['1009'] });
    expect(answer).not.toHaveProperty('refused');
    expect(answer).toMatchObject({ details: { exclusions: { labels: ['secret'], trees: ['1009'] } } });
  });
});

describe('the audit', () => {
  it('has who opened, closed and excluded what where, without labels and pages', async () => {
    await settings('maya', 'setSpaceAccess', { enabled: true });
    await exclude({ ...NONE, labels: ['verysecret'], trees: ['1001'] });
    await settings('maya', 'setSpaceAccess', { enabled: false });
    // Storage lists what was written some seconds ago.
    await local('PUT', 'clock', { advanceMs: 10_000 });
    const text = await audit();
    for (const event of ['space-opened', 'space-exclusions-changed', 'space-closed']) {
      expect(text).toMatch(new RegExp(`"event":"${event}","by":"maya","spaceId":"[0-9]+"`));
    }
    expect(text).not.toMatch(/verysecret|"1001"/);
  });
});
