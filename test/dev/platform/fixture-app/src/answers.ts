/* eslint-disable no-console -- the platform captures what an app writes there, so a test app has to write */
import net from 'node:net';

import api, { asApp, asUser, assumeTrustedRoute, getAppContext, requestConfluence, webTrigger } from '@forge/api';
import { __getRuntime } from '@forge/api';

import type { Answer } from './answer';
import { callStorage, storageAnswers } from './storage-answers';

let invocationsInThisProcess = 0;

const text = (value: unknown): string => String(value);
const settle = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    return { value: await promise };
  } catch (error) {
    const { name, message, code } = error as { name?: string; message?: string; code?: string };
    return { error: { name, message, ...(code === undefined ? {} : { code }) } };
  }
};
type ProductResponse = {
  status: number;
  text: () => Promise<string>;
  headers: { get: (name: string) => string | null };
};
const describe = async (response: ProductResponse): Promise<unknown> => ({
  status: response.status,
  body: await response.text(),
  retryAfter: response.headers.get('retry-after'),
});

export const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ...storageAnswers,
  ['storage-wire', callStorage],
  ['raw', (input) => input],
  ['event', (_input, event) => event],
  ['context', (_input, _event, context) => context],
  ['app-context', () => getAppContext()],
  ['now', () => ({ now: Date.now(), date: new Date().getTime(), text: Date() })],
  ['env', () => ({ env: { ...process.env }, cwd: process.cwd(), invocations: ++invocationsInThisProcess })],
  ['import', (input) => settle(import(text(input)).then((module: object) => Object.keys(module).length > 0))],
  ['fetch', (input) => settle(api.fetch(text(input)).then((response) => response.status))],
  [
    'log',
    (input) => {
      console.log('a line', input);
      console.error(new Error('a failure'));
      console.warn('%s of %d', 'part', 2);
    },
  ],
  [
    'throw',
    (input) => {
      throw new RangeError(text(input));
    },
  ],
  [
    'log-lines',
    (input) => {
      for (let line = 0; line < Number(input); line += 1) {
        console.debug(line);
      }
    },
  ],
  ['large', (input) => 'x'.repeat(Number(input))],
  [
    'time-of-call',
    async (input) => {
      const before = Date.now();
      await asApp().requestConfluence(assumeTrustedRoute(text(input)));
      return Date.now() - before;
    },
  ],
  ['connect', (input) => connect(Number(input))],
  ['hoard', () => hoard()],
  ['loop', () => loopForever()],
  ['hang', () => new Promise<void>(() => undefined)],
  ['exit', () => process.exit(3)],
  ['as-app', async (input) => describe(await asApp().requestConfluence(assumeTrustedRoute(text(input))))],
  [
    'as-user',
    (input) =>
      settle(
        asUser()
          .requestConfluence(assumeTrustedRoute(text(input)))
          .then(describe),
      ),
  ],
  ['as-none', async (input) => describe(await requestConfluence(assumeTrustedRoute(text(input))))],
  [
    'as-other',
    (input) =>
      settle(
        asUser('somebody-else')
          .requestConfluence(assumeTrustedRoute(text(input)))
          .then(describe),
      ),
  ],
  [
    'jira',
    (input) =>
      settle(
        asApp()
          .requestJira(assumeTrustedRoute(text(input)))
          .then(describe),
      ),
  ],
  ['delete-web-trigger-url', (input) => settle(webTrigger.deleteUrl(text(input)))],
  ['reject-later', () => void Promise.reject(new Error('nobody waits for this'))],
  ['web-trigger-urls', () => webTrigger.queryUrls()],
  ['web-trigger-url', (input) => webTrigger.getUrl(text(input))],
  ['who', (input) => interleave(text(input))],
  ['remaining', () => __getRuntime().lambdaContext.getRemainingTimeInMillis()],
]);

const connect = (port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', (error) => {
      resolve(error.message);
    });
    socket.on('connect', () => {
      resolve('connected');
    });
  });

const hoard = (): never => {
  const kept: number[][] = [];
  for (;;) {
    kept.push(new Array<number>(1_000_000).fill(kept.length));
  }
};

const loopForever = (): never => {
  for (;;) {
    // Only the platform can end this.
  }
};

/** Reads the runtime metadata before and after a call of the platform, so that others run in between. */
const interleave = async (path: string): Promise<unknown> => {
  const before = __getRuntime();
  await asUser().requestConfluence(assumeTrustedRoute(path));
  const after = __getRuntime();
  return {
    aaid: [before.aaid, after.aaid],
    sameInvocation: before.appContext.invocationId === after.appContext.invocationId,
    installation: after.appContext.installationId,
  };
};
