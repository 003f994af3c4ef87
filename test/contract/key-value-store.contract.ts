/* eslint-disable jest/no-export -- a suite that several test files run, each with its own implementation */
import { beforeEach, describe, expect, it } from '@jest/globals';

type StorageAnswer = { readonly status: number; readonly body?: unknown };

/** Tests use keys of their own, so that one service may serve them all. A storage service with the entity `counter`: `count` integer, `label` string, `open` boolean, `extra` any. */
export type StorageUnderTest = {
  /** One POST of `@forge/kvs`; `body` is absent when the answer is empty. */
  readonly post: (path: string, body: unknown) => Promise<StorageAnswer>;
};

/** What Atlassian documents of hosted storage, as far as one client can see it without waiting. */
export const describeKeyValueStore = (name: string, create: () => Promise<StorageUnderTest>): void => {
  describe(`${name} as hosted storage`, () => {
    let storage: StorageUnderTest;
    beforeEach(async () => {
      storage = await create();
    });
    const post = (path: string, body: unknown) => storage.post(`/api/v1/${path}`, body);
    const codeOf = (code: string) => expect.objectContaining({ code, message: expect.any(String) });

    it('gives back what was set, and an empty answer to the set', async () => {
      expect(await post('set', { key: 'a', value: { b: [1, 'two', true] } })).toEqual({ status: 200 });
      expect(await post('get', { key: 'a' })).toEqual({
        status: 200,
        body: { key: 'a', value: { b: [1, 'two', true] } },
      });
    });

    it('answers 404 to a key that is not there, and lets it be deleted all the same', async () => {
      expect(await post('get', { key: 'absent' })).toEqual({ status: 404, body: codeOf('KEY_NOT_FOUND') });
      expect(await post('delete', { key: 'absent' })).toEqual({ status: 200 });
    });

    it('keeps plain records, secrets and entities of one key apart', async () => {
      await post('set', { key: 'same', value: 'plain' });
      await post('secret/set', { key: 'same', value: 'secret' });
      await post('entity/set', { key: 'same', entityName: 'counter', value: { count: 1 } });
      await post('delete', { key: 'same' });
      expect(await post('get', { key: 'same' })).toMatchObject({ status: 404 });
      expect(await post('secret/get', { key: 'same' })).toMatchObject({ body: { value: 'secret' } });
      expect(await post('entity/get', { key: 'same', entityName: 'counter' })).toMatchObject({
        body: { value: { count: 1 } },
      });
    });

    it('gives times only when they are asked for', async () => {
      await post('set', { key: 'a', value: 1, options: { ttl: { value: 1, unit: 'DAYS' } } });
      const metadataFields = ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'];
      expect(await post('get', { key: 'a', options: { metadataFields } })).toEqual({
        status: 200,
        body: {
          key: 'a',
          value: 1,
          createdAt: expect.any(Number),
          updatedAt: expect.any(Number),
          expireTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        },
      });
    });

    it('lets one of two claim a key', async () => {
      const claim = { key: 'claim', value: 1, options: { keyPolicy: 'FAIL_IF_EXISTS' } };
      const answers = await Promise.all([post('set', claim), post('set', claim)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers).toContainEqual({ status: 409, body: codeOf('KEY_CONFLICT') });
    });

    it('returns the previous or the latest record of a set when asked to', async () => {
      await post('set', { key: 'a', value: 'old' });
      const set = (value: string, returnValue: string) =>
        post('set', { key: 'a', value, options: { keyPolicy: 'OVERRIDE', returnValue } });
      expect(await set('new', 'PREVIOUS')).toEqual({ status: 200, body: { key: 'a', value: 'old' } });
      expect(await set('newer', 'LATEST')).toEqual({ status: 200, body: { key: 'a', value: 'newer' } });
    });

    it.each([
      ['', 'KEY_TOO_SHORT'],
      ['x'.repeat(501), 'KEY_TOO_LONG'],
      ['a/b', 'INVALID_KEY'],
      ['a+b=', 'INVALID_KEY'],
      ['~', 'INVALID_KEY'],
      ['   ', 'INVALID_KEY'],
      ['é', 'INVALID_KEY'],
    ])('refuses the key %j', async (key, code) => {
      expect(await post('set', { key, value: 1 })).toEqual({ status: 400, body: codeOf(code) });
    });

    it('takes a key of 500 characters', async () => {
      expect(await post('set', { key: 'x'.repeat(500), value: 1 })).toEqual({ status: 200 });
    });

    it('takes a value of 240 KiB and a secret of 128 KiB, and no byte more', async () => {
      const ofBytes = (bytes: number) => 'x'.repeat(bytes - 2);
      expect(await post('set', { key: 'a', value: ofBytes(240 * 1024) })).toEqual({ status: 200 });
      expect(await post('set', { key: 'a', value: ofBytes(240 * 1024 + 1) })).toMatchObject({
        status: 400,
        body: codeOf('MAX_SIZE'),
      });
      expect(await post('secret/set', { key: 'a', value: ofBytes(128 * 1024) })).toEqual({ status: 200 });
      expect(await post('secret/set', { key: 'a', value: ofBytes(128 * 1024 + 1) })).toMatchObject({
        body: codeOf('MAX_SIZE'),
      });
    });

    it('takes 31 levels of nesting', async () => {
      const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
      expect(await post('set', { key: 'a', value: nested(31) })).toEqual({ status: 200 });
      expect(await post('set', { key: 'a', value: nested(32) })).toEqual({ status: 400, body: codeOf('MAX_DEPTH') });
    });

    it('takes a TTL of a year', async () => {
      const set = (value: number) => post('set', { key: 'a', value: 1, options: { ttl: { value, unit: 'DAYS' } } });
      expect(await set(365)).toEqual({ status: 200 });
      expect(await set(366)).toMatchObject({ status: 400 });
    });

    it.each([
      [{ count: '1' }],
      [{ count: 1.5 }],
      [{ count: 2_147_483_648 }],
      [{ label: 1 }],
      [{ label: '' }],
      [{ label: ' \n' }],
      [{ open: 'true' }],
      [{ extra: null }],
      [{ undeclared: 1 }],
      ['text'],
      [[1]],
    ])('refuses the entity value %j', async (value) => {
      expect(await post('entity/set', { key: 'a', entityName: 'counter', value })).toEqual({
        status: 400,
        body: codeOf('INVALID_ENTITY_VALUE'),
      });
    });

    it('answers 404 to an entity that is not declared', async () => {
      expect(await post('entity/get', { key: 'a', entityName: 'absent' })).toEqual({
        status: 404,
        body: codeOf('SCHEMA_NOT_FOUND'),
      });
    });

    it('lists plain records by prefix and page, without secrets', async () => {
      expect(await post('query', { where: [{ property: 'key', condition: 'BEGINS_WITH', values: ['none'] }] })).toEqual(
        {
          status: 200,
          body: { data: [] },
        },
      );
      expect(await post('query', { limit: 101 })).toMatchObject({ status: 400 });
      expect(await post('query', { limit: 0 })).toMatchObject({ status: 400 });
    });

    describe('in a transaction', () => {
      const condition = (property: string, operator: string, ...values: unknown[]) => ({
        property,
        condition: operator,
        values,
      });
      const counter = (key: string, value: unknown, and?: unknown[]) => ({
        key,
        value,
        entityName: 'counter',
        ...(and === undefined ? {} : { conditions: { and } }),
      });

      it('stores all or nothing', async () => {
        await post('entity/set', counter('there', { count: 1 }));
        const request = {
          set: [counter('new', { count: 1 }), { key: 'plain', value: 1 }],
          delete: [{ key: 'there', entityName: 'counter', conditions: { and: [condition('count', 'EQUAL_TO', 2)] } }],
        };
        expect(await post('transaction', request)).toEqual({ status: 400, body: codeOf('CONDITIONAL_CHECK_FAILED') });
        expect(await post('entity/get', { key: 'new', entityName: 'counter' })).toMatchObject({ status: 404 });
        expect(await post('get', { key: 'plain' })).toMatchObject({ status: 404 });
      });

      it('lets one of two writers win that saw the same version', async () => {
        await post('entity/set', counter('shared', { count: 1 }));
        const write = (label: string) =>
          post('transaction', { set: [counter('shared', { count: 2, label }, [condition('count', 'EQUAL_TO', 1)])] });
        const answers = await Promise.all([write('a'), write('b')]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      });

      it('lets one of two writers create a record', async () => {
        const create = (label: string) =>
          post('transaction', {
            set: [counter('fresh', { count: 1, label }, [condition('count', 'NOT_EXISTS', true)])],
          });
        const answers = await Promise.all([create('a'), create('b')]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
      });

      it('checks a record that it does not change', async () => {
        await post('entity/set', counter('seen', { open: true }));
        const check = (value: boolean) =>
          post('transaction', {
            set: [{ key: 'beside', value: 1 }],
            check: [{ key: 'seen', entityName: 'counter', conditions: { or: [condition('open', 'EQUAL_TO', value)] } }],
          });
        expect(await check(true)).toEqual({ status: 200 });
        expect(await check(false)).toMatchObject({ body: codeOf('CONDITIONAL_CHECK_FAILED') });
      });

      it('takes 25 operations with keys of their own', async () => {
        const sets = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: 1 }));
        expect(await post('transaction', { set: sets(25) })).toEqual({ status: 200 });
        expect(await post('transaction', { set: sets(26) })).toMatchObject({ status: 422 });
        expect(await post('transaction', { set: [...sets(1), ...sets(1)] })).toMatchObject({ status: 400 });
        expect(await post('transaction', {})).toMatchObject({ status: 400 });
      });

      it('refuses a payload over 4 MB', async () => {
        const set = Array.from({ length: 20 }, (_, index) => ({ key: `k${index}`, value: 'x'.repeat(220 * 1024) }));
        expect(await post('transaction', { set })).toMatchObject({ status: 400, body: codeOf('MAX_SIZE') });
      });
    });

    describe('in a batch', () => {
      it('does what it can and names the rest', async () => {
        const items = [
          { key: 'good', value: 1 },
          { key: 'b/d', value: 2 },
          { key: 'typed', value: { count: 'x' }, entityName: 'counter' },
        ];
        expect(await post('batch/set', items)).toEqual({
          status: 200,
          body: {
            successfulKeys: [{ key: 'good' }],
            failedKeys: [
              { key: 'b/d', error: codeOf('INVALID_KEY') },
              { key: 'typed', entityName: 'counter', error: codeOf('INVALID_ENTITY_VALUE') },
            ],
          },
        });
        expect(await post('batch/get', [{ key: 'good' }, { key: 'absent' }])).toEqual({
          status: 200,
          body: {
            successfulKeys: [{ key: 'good', value: 1 }],
            failedKeys: [{ key: 'absent', error: codeOf('KEY_NOT_FOUND') }],
          },
        });
        expect(await post('batch/delete', [{ key: 'good' }, { key: 'absent' }])).toMatchObject({
          body: { successfulKeys: [{ key: 'good' }, { key: 'absent' }], failedKeys: [] },
        });
      });

      it('refuses an empty one, one over 25 keys, and a key named twice', async () => {
        const keys = Array.from({ length: 26 }, (_, index) => ({ key: `k${index}` }));
        expect(await post('batch/get', [])).toMatchObject({ status: 400 });
        expect(await post('batch/get', keys)).toMatchObject({ status: 400 });
        expect(await post('batch/get', keys.slice(0, 25))).toMatchObject({ status: 200 });
        expect(await post('batch/get', [{ key: 'a' }, { key: 'a' }])).toMatchObject({ status: 400 });
        expect(await post('batch/get', [{ key: 'a' }, { key: 'a', entityName: 'counter' }])).toMatchObject({
          status: 200,
        });
      });
    });
  });
};
