import { createHmac, randomUUID } from 'node:crypto';
import { createClock, type Clock } from '../clock';
import { createEmbeddedConfluence } from '../confluence/embedded-confluence';
import type { SiteContent } from '../content/site-content';
import { createInstallation } from '../platform/installation';
import { createInvokeFunction, type RunningInvocation } from '../platform/invoke-function';
import { createKeyValueStore } from '../platform/kvs/key-value-store';
import type { PlacedRecord } from '../platform/kvs/record-store';
import type { Manifest } from '../platform/manifest';
import type { CallRecord } from '../platform/proxy/call-log';
import { createFaults } from '../platform/proxy/faults';
import { createProxy } from '../platform/proxy/proxy';
import { createWebTriggerAddresses } from '../platform/proxy/web-trigger-addresses';
import { createInvokeResolver } from '../platform/resolver';
import { createInvokeWebTrigger } from '../platform/web-trigger';
import { createWebTriggerKeys } from '../platform/web-trigger-keys';
import type { LoadedApp } from './load-app';

export type SiteReply = {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** What the app asked for meanwhile. */
  readonly calls: readonly CallRecord[];
};

export type SiteInvocation = {
  readonly module: 'admin' | 'space-settings' | 'space-settings-macro';
  readonly function: string;
  /** Account id; absent: an anonymous visitor. */
  readonly as?: string | undefined;
  /** What the page claims to be in. */
  readonly spaceId?: string;
  readonly payload?: unknown;
};

export type ModelSite = {
  readonly clock: Clock;
  /** One request to the web trigger, signed with a secret, now. */
  readonly send: (secret: string, body: object) => Promise<SiteReply>;
  readonly invoke: (invocation: SiteInvocation) => Promise<unknown>;
  readonly patch: (patch: unknown) => void;
  /** Lines that the app has written since this was asked last. */
  readonly takeLogs: () => readonly string[];
  readonly records: () => readonly PlacedRecord[];
  /** What the stand-in could not answer. */
  readonly unmodelled: () => readonly string[];
};

/** Noon of a Monday. The clock stands still unless it is moved on. */
const START_MS = Date.parse('2026-06-01T12:00:00.000Z');
const SITE_URL = 'https://site.test';
const TIME_LIMIT_MS = 25_000;

/** A site with the app installed: the same stand-in as the local site's, without threads, sockets and files. */
export const createModelSite = (options: {
  readonly app: LoadedApp;
  readonly manifest: Manifest;
  readonly content: SiteContent;
  readonly indexLagMs: number;
}): ModelSite => {
  const { app, manifest, content, indexLagMs } = options;
  const clock = createClock(() => START_MS);
  const siteUrl = (): string => SITE_URL;
  const installation = createInstallation(manifest);
  const confluence = createEmbeddedConfluence({ content, clock, siteUrl, indexLagMs });
  const store = createKeyValueStore({ clock, entities: manifest.entities, queryLagMs: 0 });
  const running = new Map<string, RunningInvocation>();
  const unmodelled: string[] = [];
  let calls: CallRecord[] = [];
  let logs: string[] = [];

  const answer = createProxy({
    manifest,
    confluence: confluence.handle,
    store,
    onStored: () => undefined,
    faults: createFaults(),
    addresses: createWebTriggerAddresses({ manifest, installationId: installation.installationId, siteUrl }),
    invocation: (id) => running.get(id),
    record: (call) => calls.push(call),
    recordNotModelled: (what) => unmodelled.push(what),
    confluenceLatencyMs: 0,
    kvsLatencyMs: 0,
  });
  const writeLog = ({ text }: { readonly text: string }): void => void logs.push(text);
  const sandbox = app.over({ now: clock.now, answer, writeLog });
  const invokeFunction = createInvokeFunction({ manifest, installation, sandbox, running, writeLog });
  const callTrigger = createInvokeWebTrigger({
    manifest,
    installation,
    invokeFunction,
    timeLimitMs: TIME_LIMIT_MS,
    keys: createWebTriggerKeys(clock),
    clock,
  });
  const callResolver = createInvokeResolver({
    manifest,
    installation,
    invokeFunction,
    siteUrl,
    timeLimitMs: TIME_LIMIT_MS,
  });

  return {
    clock,
    send: async (secret, members) => {
      calls = [];
      const body = JSON.stringify({ requestId: randomUUID(), ...members });
      const timestamp = new Date(clock.now()).toISOString();
      const key = Buffer.from(secret, 'base64');
      const signature = createHmac('sha256', key).update(`${timestamp}.${body}`, 'utf8').digest('hex');
      const headers = {
        'content-type': 'application/json',
        'x-webtrigger-timestamp': timestamp,
        'x-webtrigger-signature': `sha256=${signature}`,
      };
      const reply = await callTrigger('search', {
        method: 'POST',
        rawHeaders: Object.entries(headers).flat(),
        path: '/public/search',
        userPath: '',
        search: '',
        body,
      });
      return {
        status: reply.status,
        headers: Object.fromEntries(reply.headers.map(([name, value]) => [name.toLowerCase(), value])),
        text: reply.body,
        calls,
      };
    },
    invoke: ({ module, function: functionKey, as, spaceId, payload }) =>
      callResolver({
        moduleKey: module,
        functionKey,
        payload,
        accountId: as,
        extension: { type: module, ...(spaceId === undefined ? {} : { space: { id: spaceId } }), location: SITE_URL },
      }),
    patch: confluence.patch,
    takeLogs: () => {
      const taken = logs;
      logs = [];
      return taken;
    },
    records: store.records,
    unmodelled: () => unmodelled,
  };
};
