import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Clock } from '../clock';
import type { RestRequest, RestResponse } from '../confluence/rest-protocol';
import { keepEvidence } from '../log-evidence';
import { buildAppBundle, readAppBundle } from './app-bundle';
import { createFireEvent } from './events';
import { createFireWebTrigger } from './fire-web-trigger';
import { createInstallation } from './installation';
import { createInvokeFunction, type InvokeFunction, type RunningInvocation } from './invoke-function';
import { keepRequest } from './keep-request';
import { createKeyValueStore } from './kvs/key-value-store';
import type { KvsAnswer } from './kvs/kvs-answer';
import type { UnitUse } from './kvs/unit-meter';
import { createLogBook, type LogLine } from './log-book';
import { parseManifest } from './parse-manifest';
import type { CallRecord } from './proxy/call-log';
import { createFaults } from './proxy/faults';
import { createProxy } from './proxy/proxy';
import { createWebTriggerAddresses, type WebTriggerAddresses } from './proxy/web-trigger-addresses';
import { createInvokeResolver, type ResolverCall } from './resolver';
import type { LogMessage } from './sandbox/messages';
import { createSandbox } from './sandbox/sandbox';
import { createStateFile } from './state-file';
import { toStorageDump } from './storage-dump';
import { createInvokeWebTrigger } from './web-trigger';
import { createWebTriggerKeys, type WebTriggerKeys } from './web-trigger-keys';
import type { WebTriggerHttpRequest, WebTriggerHttpResponse } from './web-trigger-request';

export type ForgePlatformOptions = {
  /** The folder with manifest.yml and src/index.ts. */
  readonly appDirectory: string;
  /** A bundle already built by `@forge/bundler`; without it src/index.ts is bundled in memory. */
  readonly bundle?: string;
  readonly confluence: (request: RestRequest) => RestResponse;
  readonly clock: Clock;
  readonly siteUrl: () => string;
  /** Real delay of each Confluence answer. */
  readonly confluenceLatencyMs?: number;
  /** Real delay of each storage answer. */
  readonly kvsLatencyMs?: number;
  /** How far storage queries are behind, by the site's clock. */
  readonly queryLagMs?: number;
  /** Keeps storage across restarts. */
  readonly stateFile?: string;
  /** Tells sites apart; the ids of the installation follow from it. */
  readonly installationName?: string;
  /** Replaces the time limits of Forge, by real time. */
  readonly timeLimits?: { readonly webTriggerMs?: number; readonly resolverMs?: number };
  /** Another app than the one of this repository may log what it likes: nothing is kept of it for the check of a run. */
  readonly isOtherApp?: boolean;
};

export type ForgePlatform = {
  readonly invokeWebTrigger: (moduleKey: string, request: WebTriggerHttpRequest) => Promise<WebTriggerHttpResponse>;
  /** Calls a web trigger's function with any event, past the ingress. */
  readonly fireWebTrigger: (moduleKey: string, event: unknown) => Promise<WebTriggerHttpResponse>;
  /** Gives a web trigger a secret of the platform's own verification, as the CLI does. */
  readonly addWebTriggerKey: WebTriggerKeys['add'];
  /** `/public/<id>`, `/auth/<id>` where the platform verifies requests, or `/x1/<id>` for `urlFormat: v1`. */
  readonly webTriggerPath: WebTriggerAddresses['pathOf'];
  /** The trigger that a path belongs to, and the rest of the path. */
  readonly findWebTrigger: WebTriggerAddresses['find'];
  readonly invokeResolver: (call: ResolverCall) => Promise<unknown>;
  readonly fireEvent: (event: string, payload: unknown) => Promise<void>;
  readonly calls: () => readonly CallRecord[];
  readonly clearCalls: () => void;
  readonly setFaults: (faults: unknown) => void;
  readonly storageDump: () => unknown;
  /** A storage call of the site's own, past the app, its scopes and its limits of time. */
  readonly callStorage: (path: string, body: unknown) => KvsAnswer;
  readonly readUnits: () => UnitUse;
  readonly writeUnits: () => UnitUse;
  readonly logs: () => readonly LogLine[];
  readonly clearLogs: () => void;
  /** What was answered with 501, in order. */
  readonly unmodelled: () => readonly string[];
  /** What the app's process still holds after garbage was collected; 0 when none is running. */
  readonly heapBytes: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** @see https://developer.atlassian.com/platform/forge/limits-invocation/ */
const WEB_TRIGGER_LIMIT_MS = 55_000;
const RESOLVER_LIMIT_MS = 25_000;
const DEFAULT_QUERY_LAG_MS = 2000;

/**
 * Stands in for Forge around one installation of an app: function sandbox, proxy, storage, web trigger ingress, resolver
 * and event invocation. The app is the real one, with the real SDKs; what is modelled and what is not stands in
 * docs/local-site.md.
 * @throws {PlatformError} for a manifest or a bundle that cannot be used.
 */
export const createForgePlatform = async (options: ForgePlatformOptions): Promise<ForgePlatform> => {
  const { appDirectory, bundle: bundlePath, clock, siteUrl, timeLimits = {} } = options;
  const manifest = parseManifest(await readFile(path.join(appDirectory, 'manifest.yml'), 'utf8'));
  const bundle = bundlePath === undefined ? await buildAppBundle(appDirectory) : await readAppBundle(bundlePath);
  const installation = createInstallation(manifest, options.installationName);
  const stateFile = options.stateFile === undefined ? undefined : createStateFile(options.stateFile);
  const store = createKeyValueStore({
    clock,
    entities: manifest.entities,
    queryLagMs: options.queryLagMs ?? DEFAULT_QUERY_LAG_MS,
    initial: stateFile?.load() ?? [],
  });
  const running = new Map<string, RunningInvocation>();
  const faults = createFaults();
  const addresses = createWebTriggerAddresses({ manifest, installationId: installation.installationId, siteUrl });
  const webTriggerKeys = createWebTriggerKeys(clock);
  const logBook = createLogBook(clock);
  const unmodelled: string[] = [];
  let calls: CallRecord[] = [];

  const answer = createProxy({
    manifest,
    confluence: options.confluence,
    store,
    onStored: () => stateFile?.save(store.records()),
    faults,
    addresses,
    invocation: (invocationId) => running.get(invocationId),
    record: (call) => calls.push(call),
    recordNotModelled: (what) => unmodelled.push(what),
    confluenceLatencyMs: options.confluenceLatencyMs ?? 0,
    kvsLatencyMs: options.kvsLatencyMs ?? 0,
  });
  const { isOtherApp = false } = options;
  const writeLog = (line: LogMessage): void => {
    if (!isOtherApp) keepEvidence('line', () => line.text);
    logBook.write(line, running.get(line.invocationId ?? '')?.functionKey);
  };
  const sandbox = await createSandbox({
    bundle,
    memoryMb: manifest.memoryMb,
    clock,
    answer,
    writeLog,
  });
  const callFunction = createInvokeFunction({ manifest, installation, sandbox, running, writeLog });
  const invokeFunction: InvokeFunction = (call) => {
    if (!isOtherApp) keepRequest(call.event);
    return callFunction(call);
  };

  return {
    invokeWebTrigger: createInvokeWebTrigger({
      manifest,
      installation,
      invokeFunction,
      timeLimitMs: timeLimits.webTriggerMs ?? WEB_TRIGGER_LIMIT_MS,
      keys: webTriggerKeys,
      clock,
    }),
    fireWebTrigger: createFireWebTrigger({
      manifest,
      invokeFunction,
      timeLimitMs: timeLimits.webTriggerMs ?? WEB_TRIGGER_LIMIT_MS,
    }),
    addWebTriggerKey: webTriggerKeys.add,
    webTriggerPath: addresses.pathOf,
    findWebTrigger: addresses.find,
    invokeResolver: createInvokeResolver({
      manifest,
      installation,
      invokeFunction,
      siteUrl,
      timeLimitMs: timeLimits.resolverMs ?? RESOLVER_LIMIT_MS,
    }),
    fireEvent: createFireEvent(manifest, invokeFunction),
    calls: () => [...calls],
    clearCalls: () => {
      calls = [];
    },
    setFaults: faults.set,
    storageDump: () => toStorageDump(store.records()),
    callStorage: (path, body) => {
      const answered = store.answer(path, JSON.stringify(body));
      stateFile?.save(store.records());
      return answered;
    },
    readUnits: () => store.use('read'),
    writeUnits: () => store.use('write'),
    logs: logBook.lines,
    clearLogs: logBook.clear,
    unmodelled: () => [...unmodelled],
    heapBytes: sandbox.heapBytes,
    close: sandbox.close,
  };
};
