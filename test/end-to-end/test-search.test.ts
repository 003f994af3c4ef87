import { afterEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { contentFile } from '../support/content-file';
import { useRunningSite } from '../support/running-site';

const content = contentFile([
  { space: 'ENG', title: 'Deployword', storage: '<p>zebra herdword quagga</p>' },
  { space: 'ENG', title: 'Draft', storage: '<p>quagga</p>', labels: ['draft'] },
  { space: 'HR', title: 'Payroll', storage: '<p>zebra</p>' },
]);

const { site, local, invoke, send } = useRunningSite({ contentPaths: [content], open: ['ENG'] });

const call = (name: string, payload?: unknown): Promise<unknown> => invoke('admin', 'admin', name, { payload });
const test = (query = 'zebra') => call('sendTestSearch', { query });
const key = v.object({ id: v.string() });
const created = v.object({ ...key.entries, secret: v.string() });
const recorded = v.object({ records: v.array(v.looseObject({ event: v.string() })) });
const OF_KEY_HOLDERS = ['content-held-back', 'request-refused'];
/** What the audit, which is some seconds behind, says of key holders, by the name of the event. */
const readRecords = async () => {
  await local('PUT', 'clock', { advanceMs: 60_000 });
  const { records } = v.parse(recorded, await call('getAudit', { limit: 100 }));
  return OF_KEY_HOLDERS.flatMap((name) => records.filter(({ event }) => event === name));
};

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
    await call('revokeKey', { keyId: id });
  });

  it('is no act of whoever holds the key: neither a row of the audit, nor a day of its use, nor a search of the day', async () => {
    const { id, secret } = v.parse(created, await call('createKey', {}));
    await call('setPolicy', { exclusions: { labels: ['draft'], trees: [], blogPosts: false } });
    const tryBoth = async (search: () => Promise<unknown>) => {
      const found = await search();
      await call('setPaused', { paused: true });
      const refused = await search();
      await call('setPaused', { paused: false });
      return [found, refused];
    };
    const statuses = [{ status: 200 }, { status: 403 }];

    expect(await tryBoth(() => test('quagga'))).toMatchObject(statuses);
    expect(await readRecords()).toEqual([]);
    expect(await call('getActivity')).toEqual({ days: [] });
    expect(await call('getStatus')).toMatchObject({
      keys: [expect.anything(), expect.not.objectContaining({ lastUsedDay: expect.anything() })],
    });

    const today = new Date(site().clock.now()).toISOString().slice(0, 10);
    expect(await tryBoth(() => send({ operation: 'search', query: 'quagga' }, secret))).toMatchObject(statuses);
    expect(await readRecords()).toEqual([
      expect.objectContaining({ event: 'content-held-back', count: 1, keyId: id }),
      expect.objectContaining({ event: 'request-refused', cause: 'access_paused', keyId: id }),
    ]);
    expect(await call('getActivity')).toEqual({ days: [{ day: today, searches: 1 }] });
    expect(await call('getStatus')).toMatchObject({ keys: [expect.anything(), { id, lastUsedDay: today }] });
    await call('setPolicy', { exclusions: { labels: [], trees: [], blogPosts: false } });
    await call('revokeKey', { keyId: id });
  });

  it('takes from the limits like a request', async () => {
    await call('setLimits', { requestsPerMinute: 100, pointsPerHour: 1000 });
    await local('PUT', 'clock', { advanceMs: 3_600_000 - (site().clock.now() % 3_600_000) });
    await test();
    const { headers } = await send({ operation: 'status' });
    expect(headers.get('ratelimit')).toMatch(/r=98;.*r=974;/);
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
    const { keys } = v.parse(v.object({ keys: v.array(key) }), await call('getStatus'));
    for (const { id } of keys) await call('revokeKey', { keyId: id });
    expect(await test()).toEqual({ refused: 'no-key' });
  });
});
