import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { createClock } from '../../dev/clock';
import { createKeyValueStore } from '../../dev/platform/kvs/key-value-store';
import { parseManifest } from '../../dev/platform/parse-manifest';

const { entities } = parseManifest(readFileSync(join(__dirname, '../../manifest.yml'), 'utf8'));

/** Where the SDK makes its calls. */
const FETCH = '__forge_fetch__';

/** Time passes with each look at the clock, so that no limit of storage is reached. */
const MS_A_LOOK = 100;

/** In each test the storage of the SDK is new: the stand-in for hosted storage, with the entities of the app. */
export const useForgeStorage = (): void => {
  beforeEach(() => {
    let nowMs = Date.UTC(2026, 0, 1, 12);
    const clock = createClock(() => (nowMs += MS_A_LOOK));
    const store = createKeyValueStore({ clock, entities, queryLagMs: 0 });
    const answer = (_: unknown, path: string, { body }: { readonly body: string }): Promise<Response> => {
      const { status, body: answered } = store.answer(path, body);
      return Promise.resolve(new Response(answered === undefined ? null : JSON.stringify(answered), { status }));
    };
    Object.assign(globalThis, { [FETCH]: answer });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, FETCH);
  });
};
