import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { ForgePlatform, ForgePlatformOptions } from '../../../dev/platform/forge-platform';
import { ask, startPlatform, toHookRequest } from './support/start-platform';

describe('createForgePlatform', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'forge-platform-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const use = async <T>(
    options: Partial<ForgePlatformOptions>,
    run: (platform: ForgePlatform) => Promise<T>,
  ): Promise<T> => {
    const platform = await startPlatform(options);
    try {
      return await run(platform);
    } finally {
      await platform.close();
    }
  };
  const writeApp = (manifest: string, source: string): string => {
    mkdirSync(path.join(folder, 'src'));
    writeFileSync(
      path.join(folder, 'manifest.yml'),
      `app:\n  id: ari:cloud:ecosystem::app/11111111-2222-4333-8444-555555555555\n${manifest}`,
    );
    writeFileSync(path.join(folder, 'src', 'index.ts'), source);
    return folder;
  };
  const HOOK = `modules:
  webtrigger: [{ key: hook, function: hook }]
  function: [{ key: hook, handler: index.hook }]
`;

  it('keeps storage across restarts in a file that only its owner may read', async () => {
    const stateFile = path.join(folder, 'state.json');
    await use({ stateFile }, (platform) => ask(platform, 'set', { key: 'kept', value: { a: 1 } }));
    expect(statSync(stateFile).mode & 0o777).toBe(0o600);
    const kept = await use({ stateFile }, (platform) => ask(platform, 'get', { key: 'kept' }));
    expect(kept).toEqual({ value: { a: 1 } });
  });

  it('writes no file for reading', async () => {
    const stateFile = path.join(folder, 'state.json');
    await use({ stateFile }, (platform) => ask(platform, 'get', { key: 'absent' }));
    expect(existsSync(stateFile)).toBe(false);
  });

  it('refuses a state file that is something else', async () => {
    const stateFile = path.join(folder, 'state.json');
    writeFileSync(stateFile, '{"version":2}');
    await expect(startPlatform({ stateFile })).rejects.toMatchObject({ code: 'invalid-state-file' });
  });

  it('runs a bundle that was built before', async () => {
    const bundle = path.join(folder, 'bundle');
    mkdirSync(bundle);
    writeFileSync(path.join(bundle, '__forge__.cjs'), 'throw new Error("not to be loaded")');
    writeFileSync(path.join(bundle, 'shared.cjs'), 'module.exports = { body: "from a bundle" };');
    writeFileSync(
      path.join(bundle, 'index.cjs'),
      `const { body } = require('./shared.cjs');
       exports.hook = async () => ({ statusCode: 200, body: JSON.stringify(body + require('node:path').sep) });`,
    );
    const answer = await use({ bundle }, (platform) => ask(platform, 'any'));
    expect(answer).toBe('from a bundle/');
  });

  it('refuses a bundle folder without a bundle', async () => {
    await expect(startPlatform({ bundle: folder })).rejects.toMatchObject({ code: 'invalid-bundle' });
  });

  it('refuses an app that does not build', async () => {
    const appDirectory = writeApp(HOOK, 'export const hook = (');
    await expect(startPlatform({ appDirectory })).rejects.toMatchObject({ code: 'invalid-bundle' });
  });

  it('answers 500, again and again, when the app fails to load', async () => {
    const appDirectory = writeApp(HOOK, 'throw new Error("at import"); export const hook = () => 1;');
    await use({ appDirectory }, async (platform) => {
      const answers = [
        await platform.invokeWebTrigger('hook', toHookRequest('x')),
        await platform.invokeWebTrigger('hook', toHookRequest('x')),
      ];
      expect(answers.map(({ status }) => status)).toEqual([500, 500]);
      expect(platform.logs().at(-1)?.text).toContain('at import');
    });
  });

  it('answers 500 when the handler is not exported', async () => {
    const appDirectory = writeApp(HOOK, 'export const other = 1;');
    await use({ appDirectory }, async (platform) => {
      expect((await platform.invokeWebTrigger('hook', toHookRequest('x'))).status).toBe(500);
      expect(platform.logs().at(-1)?.text).toContain('index.hook is not a function');
    });
  });

  it('hands any event to a web trigger, past the ingress', async () => {
    const appDirectory = writeApp(
      HOOK,
      'export const hook = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });',
    );
    await use({ appDirectory }, async (platform) => {
      const answers = await Promise.all(
        [null, 7, { method: 5, headers: null }].map((event) => platform.fireWebTrigger('hook', event)),
      );
      expect(answers.map(({ body }) => body)).toEqual(['null', '7', '{"method":5,"headers":null}']);
      await expect(platform.fireWebTrigger('other', {})).rejects.toMatchObject({ code: 'unknown-module' });
    });
  });

  it('forgets what was logged when told to', async () => {
    const appDirectory = writeApp(HOOK, 'export const hook = () => { console.log("a line"); };');
    await use({ appDirectory }, async (platform) => {
      await platform.fireWebTrigger('hook', {});
      expect(platform.logs().map(({ text }) => text)).toEqual(['a line']);
      platform.clearLogs();
      expect(platform.logs()).toEqual([]);
    });
  });

  it('tells what the process of the app still holds', async () => {
    const appDirectory = writeApp(
      HOOK,
      `const kept = [];
       export const hook = (event) => {
         const made = Array.from({ length: 1e6 }, () => ({}));
         if (event.keep) kept.push(made);
       };`,
    );
    await use({ appDirectory }, async (platform) => {
      expect(await platform.heapBytes()).toBe(0);
      await platform.fireWebTrigger('hook', {});
      const before = await platform.heapBytes();
      await platform.fireWebTrigger('hook', {});
      expect((await platform.heapBytes()) - before).toBeLessThan(5e6);
      await platform.fireWebTrigger('hook', { keep: true });
      expect((await platform.heapBytes()) - before).toBeGreaterThan(5e6);
    });
  });

  it('answers 403 to storage calls without the scope storage:app', async () => {
    const appDirectory = writeApp(
      HOOK,
      `export const hook = async () => {
         const target = { type: 'kvs', provider: 'app', remote: 'kvs' };
         const { status } = await __forge_fetch__(target, '/api/v1/get', { method: 'POST', body: '{"key":"a"}' });
         return { statusCode: 200, body: String(status) };
       };`,
    );
    expect(await use({ appDirectory }, (platform) => ask(platform, 'any'))).toBe(403);
  });

  it('answers 501 to declared egress, and to a call after the invocation had ended', async () => {
    const appDirectory = writeApp(
      `${HOOK}permissions:\n  external: { fetch: { backend: ['https://*.example.com'] } }\n`,
      `let later;
       export const hook = async ({ body }) => {
         if (body === 'late') {
           later = Promise.resolve().then(() => new Promise((resolve) => setImmediate(resolve))).then(() => fetch('https://a.example.com/late'));
           return { statusCode: 200, body: '0' };
         }
         const { status } = await (later ?? fetch('https://a.example.com/x'));
         return { statusCode: 200, body: String(status) };
       };`,
    );
    await use({ appDirectory }, async (platform) => {
      const statusOf = async (body: string) =>
        (await platform.invokeWebTrigger('hook', toHookRequest('', undefined, { body }))).body;
      expect(await statusOf('now')).toBe('501');
      await statusOf('late');
      expect(await statusOf('then')).toBe('501');
      expect(platform.unmodelled()).toEqual([
        'egress to https://a.example.com/x',
        'a call after the invocation had ended: GET https://a.example.com/late',
      ]);
    });
  });

  it('counts the units of storage by minute', async () => {
    await use({}, async (platform) => {
      await ask(platform, 'count-up', { entity: 'counter', key: 'a' });
      expect(platform.readUnits()).toEqual({ thisMinute: 1, total: 1 });
      expect(platform.writeUnits()).toEqual({ thisMinute: 1, total: 1 });
    });
  });
});
