import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ForgePlatform } from '../../../dev/platform/forge-platform';
import { ask, bodyOf, startPlatform, toHookRequest } from './support/start-platform';

describe('createInvokeWebTrigger', () => {
  let platform: ForgePlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.close());

  const eventOf = async (overrides: Parameters<typeof toHookRequest>[2]): Promise<unknown> =>
    bodyOf(await platform.invokeWebTrigger('hook', toHookRequest('event', undefined, overrides)));

  it('keeps the case of header names and collects the values of one spelling', async () => {
    const rawHeaders = ['X-Mixed', 'one', 'x-mixed', 'two', 'X-Mixed', 'three', '__proto__', 'four'];
    const event = (await eventOf({ rawHeaders })) as { headers: object };
    expect(Object.entries(event.headers)).toEqual([
      ['X-Mixed', ['one', 'three']],
      ['x-mixed', ['two']],
      ['__proto__', ['four']],
    ]);
  });

  it('splits query values at commas and reorders them, as the documented example does', async () => {
    expect(await eventOf({ search: '?apples=green,red&grapes=green' })).toMatchObject({
      queryParameters: { apples: ['red', 'green'], grapes: ['green'] },
    });
  });

  it('passes method, paths and the members whose content is opaque', async () => {
    const event = await eventOf({ method: 'PUT', path: '/public/id/more', userPath: '/more' });
    expect(event).toMatchObject({ method: 'PUT', path: '/public/id/more', userPath: '/more' });
    expect(Object.keys(event as object).sort()).toEqual([
      'body',
      'call',
      'context',
      'contextToken',
      'headers',
      'method',
      'path',
      'queryParameters',
      'userPath',
    ]);
  });

  it('decodes the body as UTF-8', async () => {
    const body = Buffer.from(JSON.stringify({ do: 'event', with: 'naïve 日本 😀' }));
    const event = (await eventOf({ body })) as { body: string };
    expect(event.body).toBe(body.toString());
  });

  it('tells the function where it is installed and of no user', async () => {
    const context = await ask(platform, 'context');
    expect(context).toMatchObject({ installContext: expect.stringMatching(/^ari:cloud:confluence::site\//) });
    expect(context).not.toHaveProperty('principal');
  });

  it('gives back the status, the headers and the body of the function', async () => {
    const response = await platform.invokeWebTrigger(
      'hook',
      toHookRequest('raw', { statusCode: 418, headers: { 'Set-Cookie': ['a=1', 'b=2'] }, body: 'short and stout' }),
    );
    expect(response).toEqual({
      status: 418,
      headers: [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ],
      body: 'short and stout',
    });
  });

  it.each([
    ['no status', { body: 'x' }],
    ['a status in a string', { statusCode: '200' }],
    ['headers that are no arrays', { statusCode: 200, headers: { a: 'b' } }],
    ['a body that is no string', { statusCode: 200, body: { a: 1 } }],
    ['nothing', undefined],
  ])('answers 500 to a result with %s', async (_what, result) => {
    const { status } = await platform.invokeWebTrigger('hook', toHookRequest('raw', result));
    expect(status).toBe(500);
  });

  it('refuses a request and a response over 5 MB', async () => {
    const tooMuch = 'x'.repeat(5 * 1024 * 1024);
    const large = await platform.invokeWebTrigger('hook', toHookRequest('event', undefined, { body: tooMuch }));
    expect(large.status).toBe(413);
    const answer = await platform.invokeWebTrigger('hook', toHookRequest('large', tooMuch.length + 1));
    expect(answer.status).toBe(500);
  });

  it('answers a static trigger with the output that the function names', async () => {
    const request = (body: string) => toHookRequest('', undefined, { body });
    expect(await platform.invokeWebTrigger('fixed-hook', request('accepted'))).toEqual({
      status: 202,
      headers: [['content-type', 'text/plain']],
      body: 'taken',
    });
    expect((await platform.invokeWebTrigger('fixed-hook', request('unknown'))).status).toBe(500);
  });

  it('refuses a trigger that the manifest lacks', async () => {
    await expect(platform.invokeWebTrigger('absent', toHookRequest('event'))).rejects.toMatchObject({
      code: 'unknown-module',
    });
  });

  it('has a stable address of the right shape for each trigger', () => {
    const path = platform.webTriggerPath('hook') ?? '';
    expect(path).toMatch(/^\/public\/[A-Za-z0-9]+$/);
    expect(platform.webTriggerPath('old-hook')).toMatch(/^\/x1\/[A-Za-z0-9]+$/);
    expect(platform.findWebTrigger(`${path}/user/path`)).toEqual({ moduleKey: 'hook', userPath: '/user/path' });
    expect(platform.findWebTrigger(path)).toEqual({ moduleKey: 'hook', userPath: '' });
    expect(platform.findWebTrigger(`${path}x`)).toBeUndefined();
  });

  it('tells the app the same address', async () => {
    expect(await ask(platform, 'web-trigger-url', 'hook')).toBe(
      `http://127.0.0.1:8080${platform.webTriggerPath('hook') ?? ''}`,
    );
    expect(await ask(platform, 'web-trigger-urls')).toHaveLength(3);
  });
});
