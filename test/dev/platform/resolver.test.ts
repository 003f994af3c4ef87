import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ForgePlatform } from '../../../dev/platform/forge-platform';
import { askAs, startPlatform } from './support/start-platform';

describe('createInvokeResolver', () => {
  let platform: ForgePlatform;
  beforeAll(async () => {
    platform = await startPlatform();
  });
  afterAll(() => platform.close());

  it('hands over the context of the page, and the account from the platform', async () => {
    expect(await askAs(platform, 'ada', 'context')).toMatchObject({
      accountId: 'ada',
      moduleKey: 'page',
      siteUrl: 'http://127.0.0.1:8080',
      environmentType: 'DEVELOPMENT',
      cloudId: expect.any(String),
      localId: expect.any(String),
      installContext: expect.stringMatching(/^ari:cloud:confluence::site\//),
      extension: { type: 'confluence:spaceSettings', space: { id: '1', key: 'ENG' } },
    });
  });

  it('passes the payload and the result through JSON', async () => {
    expect(await askAs(platform, 'ada', 'raw', { at: new Date(0), nothing: undefined })).toEqual({
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  it('knows no account when nobody is signed in', async () => {
    const call = { moduleKey: 'page', functionKey: 'context', extension: {} };
    expect(await platform.invokeResolver(call)).not.toHaveProperty(['result', 'accountId']);
  });

  it.each([
    ['a failing function', 'throw', undefined, 'function-threw'],
    ['a function that the resolver lacks', 'absent', undefined, 'function-threw'],
    ['a payload over 500 KB', 'raw', 'x'.repeat(500 * 1024), 'payload-too-large'],
    ['a result over 5 MB', 'large', 5 * 1024 * 1024, 'response-too-large'],
  ])('rejects with its code for %s', async (_what, functionKey, payload, code) => {
    const call = { moduleKey: 'page', functionKey, payload, accountId: 'ada', extension: {} };
    await expect(platform.invokeResolver(call)).rejects.toMatchObject({ name: 'InvocationError', code });
  });

  it('rejects when the function does not finish in time', async () => {
    const hurried = await startPlatform({ timeLimits: { resolverMs: 50 } });
    await expect(askAs(hurried, 'ada', 'hang')).rejects.toMatchObject({ code: 'time-limit' });
    await hurried.close();
  });

  it('refuses a module without a resolver', async () => {
    const call = { moduleKey: 'hook', functionKey: 'raw', extension: {} };
    await expect(platform.invokeResolver(call)).rejects.toMatchObject({ code: 'unknown-module' });
  });
});
