import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createClock } from '../../dev/clock';
import { createEmbeddedConfluence } from '../../dev/confluence/embedded-confluence';
import { createForgePlatform } from '../../dev/platform/forge-platform';
import { signRequest } from '../../dev/sign-request';
import { answerHttp } from '../../dev/site/answer-http';
import { SECRET } from '../support/in-memory-door-ports';

const REQUEST_ID = '0b9f0c3e-6a3c-4b7e-9a55-2f1f6a9f3d10';

/** Runs the app in which serving fails, and sends it one signed request over HTTP. */
const askDefectiveApp = async () => {
  const clock = createClock();
  const siteUrl = (): string => 'http://127.0.0.1';
  const confluence = createEmbeddedConfluence({ content: { spaces: [], pages: [] }, clock, siteUrl });
  const appDirectory = resolve(__dirname, 'defective-app');
  const platform = await createForgePlatform({ appDirectory, confluence: confluence.handle, clock, siteUrl });
  const answerHost = () => Promise.resolve(undefined);
  const server = createServer((request, response) => {
    void answerHttp(request, response, { platform, confluence, clock, siteUrl, answerHost });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as AddressInfo;
    const body = JSON.stringify({ requestId: REQUEST_ID, operation: 'search', query: 'tell me everything' });
    const response = await fetch(`http://127.0.0.1:${port}${platform.webTriggerPath('search') ?? ''}`, {
      method: 'POST',
      headers: { ...signRequest({ secret: SECRET, body, nowMs: clock.now() }) },
      body,
    });
    return { status: response.status, text: await response.text(), logs: platform.logs() };
  } finally {
    server.closeAllConnections();
    server.close();
    await platform.close();
  }
};

describe('a defect', () => {
  it('becomes a 500 with the id of the request, and a log line without the words of the error', async () => {
    const { status, text, logs } = await askDefectiveApp();
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal_error', requestId: REQUEST_ID });
    expect(text).not.toMatch(/TypeError|words of a page|tell me/);
    expect(logs).toHaveLength(1);
    const line = JSON.stringify(logs);
    expect(line).toContain(REQUEST_ID);
    expect(line).toContain('TypeError');
    expect(line).not.toMatch(/words of a page|tell me/);
  });
});
