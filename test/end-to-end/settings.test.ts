import { describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { titlesIn } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';

const spaces = Array.from({ length: 24 }, (_, index) => `S${index}`);
const content = contentFile([
  { space: 'ENG', title: 'Deploying', storage: '<p>How the zebra service is deployed.</p>', author: 'maya' },
  { space: 'DOCS', title: 'Guide', storage: '<p>zebra</p>', author: 'noah' },
  { space: 'OLD', title: 'Old', storage: '<p>zebra</p>' },
  ...spaces.map((space) => ({ space, title: `Page of ${space}`, storage: '<p>herd</p>' })),
]);

const { site, search, send, local, invoke } = useRunningSite({ contentPaths: [content], open: 'none' });

const SURFACES = ['space-settings', 'space-settings-macro'] as const;

const makeAdmin = (key: string, account: string): Promise<unknown> =>
  local('PATCH', 'site', { spaces: { [key]: { admins: [account] } } });

describe('getSpaceAccess and setSpaceAccess', () => {
  it.each(SURFACES)(
    'let a space admin open and close the space from %s, effective on the next search',
    async (surface) => {
      await makeAdmin('ENG', 'maya');
      expect(await invoke('maya', surface, 'getSpaceAccess', { space: 'ENG' })).toMatchObject({
        enabled: false,
        mayChange: true,
        mayOpen: true,
        paused: false,
      });
      const opened = await invoke('maya', surface, 'setSpaceAccess', { space: 'ENG', payload: { enabled: true } });
      expect(opened).toMatchObject({ enabled: true, mayChange: true });
      expect(titlesIn(await search('zebra'))).toEqual(['Deploying']);
      await invoke('maya', surface, 'setSpaceAccess', { space: 'ENG', payload: { enabled: false } });
      expect((await search('zebra')).body).toMatchObject({ code: 'no_space_available' });
    },
  );

  it.each([
    ['space-settings', { ownerAccountId: expect.any(String) }],
    ['space-settings-macro', {}],
  ])('show the state on %s to a member, who cannot change it', async (surface, owner) => {
    const answer = await invoke('noah', surface, 'setSpaceAccess', { space: 'ENG', payload: { enabled: true } });
    const shown = {
      enabled: false,
      mayChange: false,
      mayOpen: false,
      mayNotOpen: 'not-space-admin',
      paused: false,
      archived: false,
    };
    expect(answer).toEqual({ ...shown, refused: 'not-space-admin' });
    expect(await invoke('noah', surface, 'getSpaceAccess', { space: 'ENG' })).toEqual({
      ...shown,
      ...owner,
    });
  });

  it.each([
    ['an anonymous visitor', undefined],
    ['somebody who is not logged in', 'unidentified'],
  ])('refuse %s', async (_, account) => {
    for (const surface of SURFACES) {
      const answer = await invoke(account, surface, 'setSpaceAccess', { space: 'ENG', payload: { enabled: true } });
      expect(answer).toMatchObject({ enabled: false, mayChange: false, refused: 'space-not-available' });
    }
  });

  it('take the space from the context, never from the payload', async () => {
    await makeAdmin('ENG', 'maya');
    for (const payload of [{ enabled: true, space: 'DOCS' }, { enabled: true, spaceId: '1' }, { enabled: 'yes' }, {}]) {
      const answer = await invoke('maya', 'space-settings', 'setSpaceAccess', { space: 'ENG', payload });
      expect(answer).toMatchObject({ enabled: false, refused: 'invalid-payload' });
    }
    expect(await invoke('admin', 'space-settings', 'getSpaceAccess', { space: 'DOCS' })).toMatchObject({
      enabled: false,
    });
  });

  it('know nothing of a space without a space in the context', async () => {
    expect(await invoke('admin', 'space-settings', 'getSpaceAccess')).toMatchObject({
      enabled: false,
      mayChange: false,
      refused: 'space-not-available',
    });
  });

  it('take only the right to administer this very space, and nothing that is not said', async () => {
    const asked = { id: '0', key: 'ENG', status: 'current' };
    const right = { operation: 'administer', targetType: 'space' };
    const id = site().confluence.spaceByKey('ENG')?.id;
    for (const answer of [
      { ...asked, id, operations: { results: [{ ...right, targetType: 'page' }] } },
      { ...asked, id, operations: { results: [{ ...right, operation: 'read' }] } },
      { ...asked, id },
    ]) {
      await local('PUT', 'faults', [{ match: '/wiki/api/v2/spaces/', status: 200, body: JSON.stringify(answer) }]);
      const set = await invoke('admin', 'space-settings', 'setSpaceAccess', {
        space: 'ENG',
        payload: { enabled: true },
      });
      expect(set).toMatchObject({ enabled: false, refused: 'not-space-admin' });
    }
    const other = JSON.stringify({ ...asked, operations: { results: [right] } });
    await local('PUT', 'faults', [{ match: '/wiki/api/v2/spaces/', status: 200, body: other }]);
    expect(
      await invoke('admin', 'space-settings', 'setSpaceAccess', { space: 'ENG', payload: { enabled: true } }),
    ).toEqual({ refused: 'confluence-unavailable' });
    await local('PUT', 'faults', []);
    expect(await invoke('admin', 'space-settings', 'getSpaceAccess', { space: 'ENG' })).toMatchObject({
      enabled: false,
    });
  });

  it('never report a change as failed that was made', async () => {
    await makeAdmin('DOCS', 'noah');
    const set = (enabled: boolean) =>
      invoke('noah', 'space-settings', 'setSpaceAccess', { space: 'DOCS', payload: { enabled } });
    await set(true);
    await set(false);
    // Every read after those before the change fails: shard and pause, and the shard to change it.
    await local('PUT', 'faults', [
      { match: 'entity/get', delayMs: 1, times: 3 },
      { match: 'entity/get', status: 500 },
    ]);
    expect(await set(true)).toMatchObject({ enabled: true, optedInAt: expect.any(String) });
    await local('PUT', 'faults', []);
    expect(await set(false)).toMatchObject({ enabled: false });
  });

  it('close where nothing but the registry and the right of the caller can be read', async () => {
    await makeAdmin('DOCS', 'noah');
    const ask = (functionKey: string, payload?: unknown) =>
      invoke('noah', 'space-settings', functionKey, { space: 'DOCS', payload });
    await ask('setSpaceAccess', { enabled: true });
    await local('PUT', 'faults', [
      { match: '/api/v1/get', status: 500 },
      { match: '/wiki/rest/api', status: 429 },
    ]);
    expect(await ask('setSpaceAccess', { enabled: false })).toEqual({ refused: 'storage-unavailable' });
    await local('PUT', 'faults', []);
    expect(await ask('getSpaceAccess')).toMatchObject({ enabled: false });
  });

  it('close an archived space, but do not open one', async () => {
    await invoke('admin', 'space-settings', 'setSpaceAccess', { space: 'OLD', payload: { enabled: true } });
    await local('PATCH', 'site', { spaces: { OLD: { status: 'archived' } } });
    const set = (enabled: boolean) =>
      invoke('admin', 'space-settings', 'setSpaceAccess', { space: 'OLD', payload: { enabled } });
    expect(await set(false)).toMatchObject({ enabled: false });
    expect(await set(true)).toMatchObject({ enabled: false, refused: 'space-archived' });
  });

  it('lose no change when the admins of many spaces open them at once', async () => {
    const answers = await Promise.all(
      spaces.map((space) => invoke('admin', 'space-settings', 'setSpaceAccess', { space, payload: { enabled: true } })),
    );
    expect(answers).toEqual(spaces.map(() => expect.objectContaining({ enabled: true })));
    const { body } = await send({ operation: 'spaces', limit: 250 });
    expect(body).toMatchObject({
      spaces: expect.arrayContaining(spaces.map((key) => expect.objectContaining({ key }))),
    });
  });
});
