import path from 'node:path';

import { createClock } from '../../../../dev/clock';
import { createForgePlatform } from '../../../../dev/platform/forge-platform';
import type { ForgePlatform, ForgePlatformOptions } from '../../../../dev/platform/forge-platform';
import type { WebTriggerHttpRequest, WebTriggerHttpResponse } from '../../../../dev/platform/web-trigger-request';

export const FIXTURE_APP = path.join(__dirname, '..', 'fixture-app');

/** A platform around the fixture app; Confluence answers everything with an empty object. */
export const startPlatform = (overrides: Partial<ForgePlatformOptions> = {}): Promise<ForgePlatform> =>
  createForgePlatform({
    appDirectory: FIXTURE_APP,
    isOtherApp: true,
    clock: createClock(),
    confluence: () => ({ status: 200, headers: {}, body: '{}', points: 1 }),
    siteUrl: () => 'http://127.0.0.1:8080',
    ...overrides,
  });

export const toHookRequest = (
  name: string,
  input?: unknown,
  overrides: Partial<WebTriggerHttpRequest> = {},
): WebTriggerHttpRequest => ({
  method: 'POST',
  rawHeaders: ['content-type', 'application/json'],
  path: '/public/some-id',
  userPath: '',
  search: '',
  body: JSON.stringify({ do: name, with: input }),
  ...overrides,
});

/** Has the fixture's web trigger do something and gives its answer. */
export const ask = async (platform: ForgePlatform, name: string, input?: unknown): Promise<unknown> =>
  bodyOf(await platform.invokeWebTrigger('hook', toHookRequest(name, input)));

/** The same by way of the resolver, as a user. */
export const askAs = async (
  platform: ForgePlatform,
  accountId: string,
  name: string,
  input?: unknown,
): Promise<unknown> => {
  const answer = await platform.invokeResolver({
    moduleKey: 'page',
    functionKey: name,
    payload: input,
    accountId,
    extension: { type: 'confluence:spaceSettings', space: { id: '1', key: 'ENG' } },
  });
  return typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : answer;
};

export const bodyOf = ({ status, body }: WebTriggerHttpResponse): unknown => {
  if (status !== 200) {
    throw new Error(`the web trigger answered ${status}: ${body}`);
  }
  return JSON.parse(body) as unknown;
};
