import { afterEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { contentFile } from '../support/content-file';
import { useRunningSite } from '../support/running-site';

const content = contentFile([
  { space: 'ENG', title: 'Deployword', storage: '<p>zebra herdword</p>' },
  { space: 'HR', title: 'Payroll', storage: '<p>zebra</p>' },
]);

const { site, local, invoke } = useRunningSite({ contentPaths: [content], open: ['ENG'] });

const call = (name: string, payload?: unknown): Promise<unknown> => invoke('admin', 'admin', name, { payload });
const test = (query = 'zebra') => call('sendTestSearch', { query });
const created = v.object({ id: v.string() });

afterEach(async () => {
  await call('setPaused', { paused: false });
  await call('setLimits', { requestsPerMinute: 0, pointsPerHour: 0 });
});

describe('sendTestSearch', () => {
  it('searches the open spaces as Promptless would, and tells nothing of what it found', async () => {
    const { id } = v.parse(created, await call('createKey', {}));
    site().platform.clearCalls();
    const answer = await test();
    expect(answer).toEqual({
      status: 200,
      keyId: id,
      results: 1,
      spacesSearched: 1,
      notes: [],
      confluenceCalls: 1,
      confluencePoints: expect.any(Number),
      durationMs: expect.any(Number),
    });
    expect(JSON.stringify(answer)).not.toMatch(/deployword|herdword|zebra/i);
    const asApp = site()
      .platform.calls()
      .filter((each) => each.to === 'confluence' && each.as === 'app');
    expect(asApp).toHaveLength(1);
    expect(await call('getStatus')).toMatchObject({
      keys: [expect.anything(), { id, lastUsedDay: new Date(site().clock.now()).toISOString().slice(0, 10) }],
    });
    await call('revokeKey', { keyId: id });
  });

  it('says what Promptless would be told: that the app is paused, or the limit reached', async () => {
    await call('setPaused', { paused: true });
    expect(await test()).toMatchObject({ status: 403, code: 'access_paused', results: 0 });
    await call('setPaused', { paused: false });
    await call('setLimits', { requestsPerMinute: 1 });
    const codes = [await test(), await test(), await test()].map(
      (answer) => v.parse(v.object({ status: v.number() }), answer).status,
    );
    expect(codes).toContain(429);
  });

  it('leaves no word of the query in storage or log', async () => {
    await test('verysecretword');
    expect(JSON.stringify([await local('GET', 'storage'), site().platform.logs()])).not.toContain('verysecretword');
  });

  it('says that there is no key', async () => {
    const { keys } = v.parse(v.object({ keys: v.array(created) }), await call('getStatus'));
    for (const { id } of keys) await call('revokeKey', { keyId: id });
    expect(await test()).toEqual({ refused: 'no-key' });
  });
});
