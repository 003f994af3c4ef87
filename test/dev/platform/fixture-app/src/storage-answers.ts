import { Filter, FilterConditions, kvs, WhereConditions } from '@forge/kvs';

import type { Answer } from './answer';

type Input = {
  key: string;
  value: unknown;
  options?: never;
  entity: string;
  conditions: [string, string, unknown[]][];
};

/** Storage by way of the real SDK; an error of it becomes a value. */
type StorageFetch = (target: object, path: string, init: object) => Promise<Response>;
type Wire = { path: string; body: string };

/** One raw call, as the SDK would make it. */
export const callStorage = async (input: unknown): Promise<unknown> => {
  const { path, body } = input as Wire;
  const { __forge_fetch__: storageFetch } = globalThis as unknown as { __forge_fetch__: StorageFetch };
  const target = { type: 'kvs', provider: 'app', remote: 'kvs' };
  const response = await storageFetch(target, path, { method: 'POST', body });
  const answer = await response.text();
  return { status: response.status, ...(answer === '' ? {} : { body: JSON.parse(answer) as unknown }) };
};

export const storageAnswers: readonly (readonly [string, Answer])[] = Object.entries<
  (input: Input) => Promise<unknown>
>({
  get: ({ key, options }) => kvs.get(key, options as never),
  set: ({ key, value, options }) => kvs.set(key, value, options as never),
  delete: ({ key }) => kvs.delete(key),
  'get-secret': ({ key }) => kvs.getSecret(key),
  'set-secret': ({ key, value }) => kvs.setSecret(key, value),
  'delete-secret': ({ key }) => kvs.deleteSecret(key),
  'get-entity': ({ entity, key }) => kvs.entity(entity).get(key),
  'set-entity': ({ entity, key, value, options }) => kvs.entity(entity).set(key, value, options as never),
  'delete-entity': ({ entity, key }) => kvs.entity(entity).delete(key),
  'query-entity': ({ entity }) => kvs.entity(entity).query().index('by-label').getMany(),
  query: ({ key }) => kvs.query().where('key', WhereConditions.beginsWith(key)).getMany(),
  'count-up': async ({ entity, key }) => {
    const known = await kvs.entity<{ count: number }>(entity).get(key);
    const unchanged =
      known === undefined
        ? new Filter<{ count: number }>().and('count', FilterConditions.notExists())
        : new Filter<{ count: number }>().and('count', FilterConditions.equalTo(known.count));
    const count = (known?.count ?? 0) + 1;
    await kvs.transact().set(key, { count }, { entityName: entity, conditions: unchanged }).execute();
    return count;
  },
  batch: async ({ key }) => {
    const set = await kvs.batchSet([
      { key: `${key}-1`, value: 1 },
      { key: `${key}/2`, value: 2 },
    ]);
    const got = await kvs.batchGet([{ key: `${key}-1` }, { key: `${key}-3` }]);
    return { set, got };
  },
  remember: (input) => kvs.set('remembered', input),
}).map(([name, run]) => [name, (input: unknown) => settle(run(input as Input))] as const);

const settle = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    return { value: await promise };
  } catch (error) {
    const { code, message, responseDetails } = error as {
      code?: string;
      message?: string;
      responseDetails?: { status: number };
    };
    return { error: { code, message, status: responseDetails?.status } };
  }
};
