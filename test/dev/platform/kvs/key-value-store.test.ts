import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { createClock } from '../../../../dev/clock';
import type { ForgePlatform } from '../../../../dev/platform/forge-platform';
import { createKeyValueStore, type KeyValueStore } from '../../../../dev/platform/kvs/key-value-store';
import { parseManifest } from '../../../../dev/platform/parse-manifest';
import { describeKeyValueStore } from '../../../contract/key-value-store.contract';
import { ask, FIXTURE_APP, startPlatform } from '../support/start-platform';

const { entities } = parseManifest(readFileSync(path.join(FIXTURE_APP, 'manifest.yml'), 'utf8'));
const NOON = Date.UTC(2026, 0, 1, 12);
const HOUR_MS = 3_600_000;

const createStore = () => {
  const clock = createClock(() => NOON);
  const store = createKeyValueStore({ clock, entities, queryLagMs: 2000 });
  return { clock, store, post: (call: string, body: unknown) => post(store, call, body) };
};
const post = (store: KeyValueStore, call: string, body: unknown) =>
  store.answer(`/api/v1/${call}`, JSON.stringify(body));

describeKeyValueStore('createKeyValueStore', () => {
  const { store } = createStore();
  return Promise.resolve({
    post: (call, body) => Promise.resolve(store.answer(call, JSON.stringify(body))),
  });
});

describe('storage seen from the app', () => {
  let platform: ForgePlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.close());

  describeKeyValueStore('createForgePlatform', () =>
    Promise.resolve({
      post: async (call, body) => {
        const answer = await ask(platform, 'storage-wire', { path: call, body: JSON.stringify(body) });
        return answer as { status: number; body?: unknown };
      },
    }),
  );

  it('masks secrets when everything is shown', async () => {
    await ask(platform, 'set-secret', { key: 'key', value: 'hidden words' });
    expect(platform.storageDump()).toMatchObject({ secret: { key: { value: '(secret)' } } });
    expect(JSON.stringify(platform.storageDump())).not.toContain('hidden words');
  });

  it('lets the SDK do optimistic locking', async () => {
    const counts = await Promise.all([1, 2].map(() => ask(platform, 'count-up', { entity: 'counter', key: 'up' })));
    expect(counts).toContainEqual({ value: 1 });
    expect(await ask(platform, 'count-up', { entity: 'counter', key: 'up' })).toMatchObject({
      value: expect.any(Number),
    });
  });
});

describe('createKeyValueStore', () => {
  it('gives out fresh copies', () => {
    const { post } = createStore();
    post('set', { key: 'a', value: { list: [1] } });
    const [first, second] = [post('get', { key: 'a' }), post('get', { key: 'a' })];
    expect(first.body).toEqual(second.body);
    expect(first.body).not.toBe(second.body);
  });

  it('keeps an expired record readable for 48 hours, with its expiry in the past', () => {
    const { clock, post } = createStore();
    post('set', { key: 'a', value: 1, options: { ttl: { value: 1, unit: 'HOURS' } } });
    clock.advance(48 * HOUR_MS);
    expect(post('get', { key: 'a', options: { metadataFields: ['EXPIRE_TIME'] } }).body).toMatchObject({
      expireTime: new Date(NOON + HOUR_MS).toISOString(),
    });
    expect(post('set', { key: 'a', value: 2, options: { keyPolicy: 'FAIL_IF_EXISTS' } }).status).toBe(409);
    clock.advance(HOUR_MS);
    expect(post('get', { key: 'a' }).status).toBe(404);
    expect(post('set', { key: 'a', value: 2, options: { keyPolicy: 'FAIL_IF_EXISTS' } }).status).toBe(200);
  });

  it('drops the TTL when a set without one follows', () => {
    const { clock, post } = createStore();
    post('set', { key: 'a', value: 1, options: { ttl: { value: 1, unit: 'SECONDS' } } });
    post('set', { key: 'a', value: 2 });
    clock.advance(1000 * HOUR_MS);
    expect(post('get', { key: 'a' }).status).toBe(200);
  });

  it('keeps the creation time when a record is overwritten', () => {
    const { clock, post } = createStore();
    post('set', { key: 'a', value: 1 });
    clock.advance(5);
    post('set', { key: 'a', value: 2 });
    const metadataFields = ['CREATED_AT', 'UPDATED_AT'];
    expect(post('get', { key: 'a', options: { metadataFields } }).body).toMatchObject({
      createdAt: NOON,
      updatedAt: NOON + 5,
    });
  });

  it('answers a query from the past, and a get from the present', () => {
    const { clock, post } = createStore();
    const query = () => (post('query', {}).body as { data: { key: string; value: unknown }[] }).data;
    post('set', { key: 'a', value: 1 });
    expect(query()).toEqual([]);
    clock.advance(2000);
    expect(query()).toEqual([{ key: 'a', value: 1 }]);
    post('set', { key: 'a', value: 2 });
    post('set', { key: 'b', value: 3 });
    expect(query()).toEqual([{ key: 'a', value: 1 }]);
    expect(post('get', { key: 'a' }).body).toMatchObject({ value: 2 });
    post('delete', { key: 'a' });
    clock.advance(2000);
    expect(query()).toEqual([{ key: 'b', value: 3 }]);
  });

  it('pages through a query with a cursor', () => {
    const { clock, post } = createStore();
    const keys = Array.from({ length: 25 }, (_, index) => `k${String(index).padStart(2, '0')}`);
    keys.forEach((key) => post('set', { key, value: key }));
    post('set', { key: 'other', value: 1 });
    post('secret/set', { key: 'k-secret', value: 1 });
    clock.advance(2000);
    const where = [{ property: 'key', condition: 'BEGINS_WITH', values: ['k'] }];
    type Page = { data: { key: string }[]; cursor?: string };
    const pages: Page[] = [];
    do {
      pages.push(post('query', { where, after: pages.at(-1)?.cursor }).body as Page);
    } while (pages.at(-1)?.cursor !== undefined);
    expect(pages.map(({ data }) => data.length)).toEqual([10, 10, 5]);
    expect(pages.flatMap(({ data }) => data.map(({ key }) => key))).toEqual(keys);
  });

  it('counts 10 KB as one unit and refuses past 4,000 a minute', () => {
    const { clock, store, post } = createStore();
    const large = 'x'.repeat(235_000);
    post('set', { key: 'a', value: large });
    expect(store.use('write')).toEqual({ thisMinute: 24, total: 24 });
    post('get', { key: 'a' });
    expect(store.use('read')).toEqual({ thisMinute: 24, total: 24 });
    for (let index = 0; index < 165; index += 1) {
      clock.advance(100);
      post('set', { key: `k${index}`, value: large });
    }
    expect(post('set', { key: 'z', value: large })).toMatchObject({
      status: 429,
      body: { code: 'RATE_LIMIT_EXCEEDED' },
    });
    expect(post('get', { key: 'z' }).status).toBe(404);
    clock.advance(60_000);
    expect(post('set', { key: 'z', value: large }).status).toBe(200);
  });

  it('charges a batch by its whole size and a transaction with a code of its own', () => {
    const { clock, store, post } = createStore();
    const items = Array.from({ length: 25 }, (_, index) => ({ key: `k${index}`, value: 1 }));
    post('batch/set', items);
    expect(store.use('write').thisMinute).toBe(1);
    for (let index = 1; index < 4000; index += 1) {
      clock.advance(10);
      post('delete', { key: 'none' });
    }
    expect(post('transaction', { set: items })).toMatchObject({ status: 429, body: { code: 'TOO_MANY_REQUESTS' } });
    expect(post('batch/set', items)).toMatchObject({ status: 429, body: { code: 'RATE_LIMIT_EXCEEDED' } });
  });

  it('refuses a thousand and first request in a second, and the 46th batch in a minute', () => {
    const { clock, post } = createStore();
    const statuses = Array.from({ length: 1001 }, () => post('get', { key: 'a' }).status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    clock.advance(1000);
    const batches = Array.from({ length: 46 }, () => post('batch/get', [{ key: 'a' }]).status);
    expect(batches.filter((status) => status === 429)).toHaveLength(1);
    clock.advance(60_000);
    expect(post('batch/get', [{ key: 'a' }]).status).toBe(200);
  });

  it('refuses more than 1 MB a second for one key, without breaking a transaction in two', () => {
    const { clock, post } = createStore();
    const value = 'x'.repeat(200_000);
    const statuses = Array.from({ length: 5 }, () => post('set', { key: 'hot', value }).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    const set = [
      { key: 'cold', value: 1 },
      { key: 'hot', value },
    ];
    expect(post('transaction', { set }).status).toBe(429);
    expect(post('get', { key: 'cold' }).status).toBe(404);
    clock.advance(1000);
    expect(post('transaction', { set }).status).toBe(200);
  });

  it.each([
    [
      'keyPolicy in a transaction',
      'transaction',
      { set: [{ key: 'a', value: 1, options: { keyPolicy: 'OVERRIDE' } }] },
    ],
    ['keyPolicy in a batch', 'batch/set', [{ key: 'a', value: 1, options: { keyPolicy: 'OVERRIDE' } }]],
    ['an entity query', 'entity/query', {}],
    ['an endpoint that does not exist', 'nothing', {}],
  ])('answers 501 to %s', (_what, call, body) => {
    expect(createStore().post(call, body)).toMatchObject({ status: 501, body: { code: 'NOT_MODELLED' } });
  });

  it.each([
    ['set', { key: 'a' }],
    ['set', { key: 'a', value: null }],
    ['set', { key: 1, value: 1 }],
    ['set', { key: 'a', value: 1, options: { ttl: { value: 0, unit: 'DAYS' } } }],
    ['set', { key: 'a', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS', returnValue: 'LATEST' } }],
    ['set', { key: 'a', value: 1, options: { returnMetadataFields: ['CREATED_AT'] } }],
    ['query', { where: [{ property: 'value', condition: 'BEGINS_WITH', values: ['a'] }] }],
    ['transaction', { check: [{ key: 'a', conditions: { and: [] } }] }],
    ['transaction', { set: [{ key: 'a', value: 1, conditions: { and: [] } }] }],
  ])('answers 400 to %s %j', (call, body) => {
    expect(createStore().post(call, body)).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
  });

  it('refuses an index value over 900 bytes', () => {
    const value = { label: 'x'.repeat(901) };
    expect(createStore().post('entity/set', { key: 'a', entityName: 'counter', value }).status).toBe(400);
  });
});
