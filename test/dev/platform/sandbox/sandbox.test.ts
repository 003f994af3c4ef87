import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { createClock, type Clock } from '../../../../dev/clock';
import type { ForgePlatform } from '../../../../dev/platform/forge-platform';
import { ask, askAs, startPlatform, toHookRequest } from '../support/start-platform';

describe('createSandbox', () => {
  let platform: ForgePlatform;
  let clock: Clock;
  beforeAll(async () => {
    clock = createClock();
    platform = await startPlatform({ clock, confluenceLatencyMs: 5 });
  });
  afterAll(() => platform.close());

  it('gives the app an empty environment and a working directory of its own', async () => {
    expect(await ask(platform, 'env')).toMatchObject({ env: {}, cwd: '/var/task' });
  });

  it('keeps module scope between invocations', async () => {
    const first = await ask(platform, 'env');
    const second = await ask(platform, 'env');
    const countOf = (answer: unknown) => (answer as { invocations: number }).invocations;
    expect(countOf(second)).toBe(countOf(first) + 1);
  });

  it('lets the app import what Node has and nothing of the repository', async () => {
    expect(await ask(platform, 'import', 'node:crypto')).toEqual({ value: true });
    expect(await ask(platform, 'import', 'valibot')).toMatchObject({ error: { code: 'ERR_MODULE_NOT_FOUND' } });
  });

  it('shows the app the clock of the site as soon as it is moved on', async () => {
    const hour = 3_600_000;
    const before = (await ask(platform, 'now')) as { now: number };
    clock.advance(hour);
    const after = (await ask(platform, 'now')) as { now: number; date: number; text: string };
    expect(after.now - before.now).toBeGreaterThanOrEqual(hour);
    expect(after.now - before.now).toBeLessThan(hour + 60_000);
    expect(after.date - after.now).toBeLessThan(1000);
    expect(Math.abs(Date.parse(after.text) - after.now)).toBeLessThan(2000);
  });

  it('lets a running function see the clock move during a call', async () => {
    const hour = 3_600_000;
    const moving = createClock();
    const other = await startPlatform({
      clock: moving,
      confluence: () => {
        moving.advance(hour);
        return { status: 200, headers: {}, body: '{}', points: 1 };
      },
    });
    const passed = await ask(other, 'time-of-call', '/wiki/rest/api/search');
    await other.close();
    expect(passed).toBeGreaterThanOrEqual(hour);
  });

  it('does not mix the runtime metadata of invocations that run at the same time', async () => {
    const path = '/wiki/rest/api/user/current';
    const [ada, grace] = await Promise.all([
      askAs(platform, 'ada', 'who', path),
      askAs(platform, 'grace', 'who', path),
    ]);
    expect(ada).toMatchObject({ aaid: ['ada', 'ada'], sameInvocation: true });
    expect(grace).toMatchObject({ aaid: ['grace', 'grace'], sameInvocation: true });
  });

  it('gives two installations ids and storage of their own', async () => {
    const other = await startPlatform({ installationName: 'other-site' });
    await ask(platform, 'set', { key: 'mine', value: 1 });
    const seen = await ask(other, 'get', { key: 'mine' });
    const [here, there] = await Promise.all([ask(platform, 'app-context'), ask(other, 'app-context')]);
    await other.close();
    expect(seen).toEqual({});
    expect(here).not.toMatchObject({ installationAri: (there as { installationAri: string }).installationAri });
  });

  it('collects what the app writes to the console, with its level and its function', async () => {
    await ask(platform, 'log', { of: 'text' });
    expect(platform.logs().slice(-3)).toMatchObject([
      { level: 'log', text: "a line { of: 'text' }", functionKey: 'hook', overLimit: false },
      { level: 'error', functionKey: 'hook' },
      { level: 'warn', text: 'part of 2' },
    ]);
  });

  it('marks the lines past a hundred of one invocation', async () => {
    const before = platform.logs().length;
    await ask(platform, 'log-lines', 101);
    const lines = platform.logs().slice(before);
    expect(lines.filter(({ overLimit }) => overLimit)).toHaveLength(1);
  });

  it('tells a function how much time it has left', async () => {
    const remaining = await ask(platform, 'remaining');
    expect(remaining).toBeGreaterThan(0);
    expect(remaining).toBeLessThanOrEqual(55_000);
  });

  it('ends a function that never returns, and starts afresh', async () => {
    const hurried = await startPlatform({ timeLimits: { webTriggerMs: 100 } });
    const { status } = await hurried.invokeWebTrigger('hook', toHookRequest('loop'));
    const afresh = await askAs(hurried, 'ada', 'env');
    await hurried.close();
    expect(status).toBe(424);
    expect(afresh).toMatchObject({ invocations: 1 });
  });

  it('lets others finish when one of them overruns its time', async () => {
    const hurried = await startPlatform({ timeLimits: { webTriggerMs: 50 }, confluenceLatencyMs: 100 });
    const [hanging, other] = await Promise.all([
      hurried.invokeWebTrigger('hook', toHookRequest('hang')),
      askAs(hurried, 'ada', 'who', '/wiki/rest/api/user/current'),
    ]);
    await hurried.close();
    expect(hanging.status).toBe(424);
    expect(other).toMatchObject({ aaid: ['ada', 'ada'] });
  });

  it('survives a process that ends itself', async () => {
    const { status } = await platform.invokeWebTrigger('hook', toHookRequest('exit'));
    expect(status).toBe(500);
    expect(await ask(platform, 'env')).toMatchObject({ invocations: 1 });
  });

  it('ends the process at a rejection that nobody handles', async () => {
    await platform.invokeWebTrigger('hook', toHookRequest('reject-later'));
    await ask(platform, 'env').catch(() => undefined);
    expect(platform.logs().map(({ text }) => text)).toContainEqual(expect.stringContaining('nobody waits for this'));
    expect(await ask(platform, 'env')).toMatchObject({ env: {} });
  });

  it('writes the failure of a function to its log', async () => {
    const { status, body } = await platform.invokeWebTrigger('hook', toHookRequest('throw', 'so it is'));
    expect(status).toBe(500);
    expect(body).not.toContain('so it is');
    expect(platform.logs().at(-1)).toMatchObject({
      level: 'error',
      text: expect.stringContaining('RangeError: so it is'),
    });
  });

  it('refuses plain egress that the manifest does not declare', async () => {
    expect(await ask(platform, 'fetch', 'https://example.com/')).toMatchObject({
      error: { name: 'REQUEST_EGRESS_ALLOWLIST_ERR' },
    });
    expect(platform.unmodelled()).toEqual([]);
  });

  it('refuses a connection that goes around the proxy', async () => {
    expect(await ask(platform, 'connect', 9)).toMatch(/not modelled/);
  });

  it('ends a function that takes more memory than the manifest grants', async () => {
    const { status } = await platform.invokeWebTrigger('hook', toHookRequest('hoard'));
    expect(status).toBe(500);
    expect(await ask(platform, 'env')).toMatchObject({ env: {} });
  });
});
