import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { signRequest } from '../../dev/sign-request';
import { contentFile } from '../support/content-file';
import { useRunningSite, type ApiAnswer } from '../support/running-site';

const pages = Array.from({ length: 40 }, (_, index) => ({
  space: 'ENG',
  title: `Deploying ${index}`,
  storage: `<p>How the ${index < 3 ? 'zebra' : 'horse'} service number ${index} is deployed.</p>`,
}));

const { site, post, search, local, invoke } = useRunningSite({
  contentPaths: [contentFile(pages)],
  open: ['ENG'],
});

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

const callList = v.array(
  v.object({ to: v.string(), method: v.string(), path: v.string(), status: v.number(), points: v.number() }),
);
const calls = async (): Promise<v.InferOutput<typeof callList>> => v.parse(callList, await local('GET', 'calls'));

const isWrite = ({ to, path }: { readonly to: string; readonly path: string }): boolean =>
  to === 'kvs' && (path.endsWith('/set') || path.endsWith('/transaction'));

const setLimits = (requestsPerMinute: number, pointsPerHour: number): Promise<unknown> =>
  invoke('admin', 'admin', 'setLimits', { payload: { requestsPerMinute, pointsPerHour } });

const countOf = (answers: readonly ApiAnswer[], status: number): number =>
  answers.filter((answer) => answer.status === status).length;

const activityShape = v.object({ days: v.array(v.object({ day: v.string(), searches: v.number() })) });
const spaceActivity = v.object({
  details: v.object({ activity: v.array(v.object({ searches: v.number() })) }),
});
const auditShape = v.object({
  records: v.array(v.object({ event: v.string(), cause: v.optional(v.string()) })),
});
type Activity = v.InferOutput<typeof activityShape>;
const activity = async (): Promise<Activity> => v.parse(activityShape, await invoke('admin', 'admin', 'getActivity'));

/** To the beginning of a window, so that no window ends within a test. */
const beginWindow = async (windowMs: number): Promise<void> => {
  await local('PUT', 'clock', { advanceMs: windowMs - (site().clock.now() % windowMs) });
};

const atOnce = (count: number): Promise<readonly ApiAnswer[]> =>
  Promise.all(Array.from({ length: count }, () => search('zebra')));

beforeEach(async () => {
  await beginWindow(HOUR_MS);
});

afterEach(async () => {
  await setLimits(0, 0);
});

describe('a captured request', () => {
  /** How many storage calls it costs to send it once more, which calls nothing else. */
  const costOfRepeating = async (members: Readonly<Record<string, unknown>>, status: number): Promise<number> => {
    const body = JSON.stringify({ requestId: randomUUID(), ...members });
    const headers = { ...signRequest({ secret: site().secret, body, nowMs: site().clock.now() }) };
    await post(body, headers);
    await local('DELETE', 'calls');
    expect((await post(body, headers)).status).toBe(status);
    const made = await calls();
    expect(made.filter(({ to }) => to !== 'kvs')).toEqual([]);
    return made.length;
  };

  it('costs eight storage operations when it is sent again: what docs/security.md says', async () => {
    await setLimits(120, 5000);
    expect(await costOfRepeating({ operation: 'search', query: 'zebra' }, 409)).toBe(8);
  });

  it('costs two where the schema refuses it, which claims nothing', async () => {
    expect(await costOfRepeating({ operation: 'search' }, 400)).toBe(2);
  });
});

describe('the limit of requests', () => {
  it('serves nearly all of a hundred at once', async () => {
    await setLimits(120, 0);
    expect(countOf(await atOnce(100), 200)).toBeGreaterThanOrEqual(96);
  }, 120_000);

  it('is never passed, and is used up, by many more at once; what is refused never reaches Confluence', async () => {
    await setLimits(40, 0);
    await local('DELETE', 'calls');
    const served = countOf(await atOnce(100), 200);
    expect(served).toBeGreaterThanOrEqual(32);
    expect(served).toBeLessThanOrEqual(40);
    expect((await calls()).filter(({ to }) => to === 'confluence').length).toBeLessThanOrEqual(40);
  }, 120_000);

  it('is told with the limit of points on every reply that was counted', async () => {
    await setLimits(120, 5000);
    const first = await search('zebra');
    expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=120;w=60, "points";q=5000;w=3600');
    expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=119;t=\d+, "points";r=4974;t=\d+$/);
    const noWord = await search('?!');
    expect(noWord.status).toBe(400);
    expect(noWord.headers.get('ratelimit')).toMatch(/^"requests";r=118;/);
    const invalid = await search('zebra', { limit: 0 });
    expect(invalid.status).toBe(400);
    expect(invalid.headers.has('ratelimit')).toBe(false);
  });
});

describe('the limit of points', () => {
  it('is reached to four fifths by what searches really cost, and never passed', async () => {
    await setLimits(0, 400);
    await local('DELETE', 'calls');
    const answers: ApiAnswer[] = [];
    while (answers.at(-1)?.status !== 429 && answers.length < 200) answers.push(await search('zebra'));
    const points = (await calls()).reduce((sum, call) => sum + call.points, 0);
    expect(points).toBeGreaterThanOrEqual(320);
    expect(points).toBeLessThanOrEqual(400);
    const retryAfter = Number(answers.at(-1)?.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(3000);
    expect(retryAfter).toBeLessThanOrEqual(3600);
    await beginWindow(HOUR_MS);
    expect((await search('zebra')).status).toBe(200);
  }, 60_000);

  it('is never passed by many at once', async () => {
    await setLimits(0, 400);
    await local('DELETE', 'calls');
    const answers = await atOnce(30);
    expect(countOf(answers, 200)).toBeGreaterThan(0);
    expect((await calls()).reduce((sum, call) => sum + call.points, 0)).toBeLessThanOrEqual(400);
  }, 60_000);
});

describe('what a request costs in storage', () => {
  it('is one write on top of the claim for a search, with another one for one of four', async () => {
    await setLimits(120, 5000);
    const writes: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      await local('DELETE', 'calls');
      expect((await search('zebra')).status).toBe(200);
      writes.push((await calls()).filter(isWrite).length);
    }
    expect(writes.every((count) => count === 2 || count === 3)).toBe(true);
    expect(writes).toContain(2);
  });

  it('is one read for a request that is well-formed and fresh but not authenticated, and nothing for any other', async () => {
    const body = JSON.stringify({ requestId: randomUUID(), operation: 'status' });
    const nowMs = site().clock.now();
    const secret = Buffer.alloc(32, 9).toString('base64');
    await local('DELETE', 'calls');
    expect((await post(body, { ...signRequest({ secret, body, nowMs: nowMs - 360_000 }) })).status).toBe(401);
    expect((await post(body, { 'content-type': 'application/json' })).status).toBe(401);
    expect(await calls()).toEqual([]);
    expect((await post(body, { ...signRequest({ secret, body, nowMs }) })).status).toBe(401);
    expect(await calls()).toMatchObject([{ to: 'kvs', path: '/api/v1/secret/get' }]);
  });
});

describe('what admins see of use', () => {
  it('counts every search of a day', async () => {
    const before = await activity();
    for (let index = 0; index < 3; index += 1) await search('zebra');
    const after = await activity();
    const today = new Date(site().clock.now()).toISOString().slice(0, 10);
    const countToday = (days: Activity['days']): number => days.find(({ day }) => day === today)?.searches ?? 0;
    expect(countToday(after.days) - countToday(before.days)).toBe(3);
  });

  it('counts searches that quoted a space, in fours, about as many as there were', async () => {
    for (let index = 0; index < 60; index += 1) await search('zebra');
    const seen = await invoke('admin', 'space-settings', 'getSpaceAccess', { space: 'ENG' });
    const count = v.parse(spaceActivity, seen).details.activity.reduce((sum, { searches }) => sum + searches, 0);
    expect(count % 4).toBe(0);
    expect(count).toBeGreaterThan(0);
  });

  it('has one row a minute for refusals of one cause, however many there were', async () => {
    await beginWindow(MINUTE_MS);
    const refusals = async (): Promise<number> => {
      const records = v.parse(auditShape, await invoke('admin', 'admin', 'getAudit', { payload: {} })).records;
      return records.filter(({ event, cause }) => event === 'request-refused' && cause === 'invalid_request').length;
    };
    const before = await refusals();
    for (let index = 0; index < 3; index += 1) await search('zebra', { limit: 0 });
    // A listing may be some seconds behind.
    await local('PUT', 'clock', { advanceMs: 10_000 });
    expect((await refusals()) - before).toBe(1);
    await beginWindow(MINUTE_MS);
    await search('zebra', { limit: 0 });
    await local('PUT', 'clock', { advanceMs: 10_000 });
    expect((await refusals()) - before).toBe(2);
  });
});
