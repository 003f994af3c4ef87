import { AsyncLocalStorage } from 'node:async_hooks';
import { parentPort, workerData } from 'node:worker_threads';

import { collectGarbage } from '../../bench/collect-garbage';
import { blockSockets } from './block-sockets';
import { captureConsole } from './capture-console';
import { createForgeFetch } from './forge-fetch';
import { createRuntimeMetadata, type RuntimeMetadata } from './runtime-metadata';
import { installSiteDate } from './site-date';
import { loadBundle } from './load-bundle';
import type { HandlerName, HostMessage, InvokeMessage, ThrownError, WorkerMessage, WorkerSettings } from './messages';

/** The function runtime: what `globalThis` has before the app's first line runs, and the loop that calls handlers. */
const startWorker = (port: NonNullable<typeof parentPort>, { bundle, clockOffset }: WorkerSettings): void => {
  const machineNow = Date.now.bind(Date);
  const send = (message: WorkerMessage): void => {
    port.postMessage(message);
  };
  const running = new AsyncLocalStorage<RuntimeMetadata>();
  const invocationId = () => running.getStore()?.appContext.invocationId;

  installSiteDate(clockOffset);
  captureConsole((level, text) => {
    const id = invocationId();
    send({ kind: 'log', level, text, ...(id === undefined ? {} : { invocationId: id }) });
  });
  const forgeFetch = createForgeFetch(send, invocationId);
  Object.defineProperties(globalThis, {
    __forge_runtime__: { get: () => running.getStore(), configurable: true },
    __forge_fetch__: { value: forgeFetch.fetch, configurable: true, writable: true },
    // `@forge/api` keeps the `fetch` that it finds at import, so this one has to be in place before the app is loaded.
    fetch: { value: forgeFetch.egress, configurable: true, writable: true },
  });
  blockSockets();
  process.cwd = () => '/var/task';

  const run = async (message: InvokeMessage, exportsOf: (file: string) => unknown): Promise<void> => {
    const runtime = createRuntimeMetadata(message.runtimeJson, machineNow() + message.timeLimitMs, machineNow);
    const outcome = await running.run(runtime, async () => {
      try {
        const handler = handlerOf(exportsOf(message.handler.file), message.handler);
        const values: unknown = JSON.parse(message.argumentsJson);
        const result = await handler(Array.isArray(values) ? values : []);
        const resultJson: unknown = JSON.stringify(result);
        return { kind: 'returned' as const, ...(typeof resultJson === 'string' ? { resultJson } : {}) };
      } catch (error) {
        return { kind: 'threw' as const, error: toThrownError(error) };
      }
    });
    send({ kind: 'finished', invocationId: message.invocationId, outcome });
  };

  try {
    const exportsOf = loadBundle(bundle);
    port.on('message', (message: HostMessage) => {
      if (message.kind === 'invoke') {
        void run(message, exportsOf);
      } else if (message.kind === 'measure-heap') {
        collectGarbage();
        send({ kind: 'heap', bytes: process.memoryUsage().heapUsed });
      } else {
        forgeFetch.settle(message);
      }
    });
    send({ kind: 'ready' });
  } catch (error) {
    send({ kind: 'load-failed', error: toThrownError(error) });
  }
};

const handlerOf = (exports: unknown, { file, exportName }: HandlerName): ((values: unknown[]) => unknown) => {
  const candidate: unknown =
    typeof exports === 'object' && exports !== null ? Reflect.get(exports, exportName) : undefined;
  if (typeof candidate !== 'function') {
    throw new TypeError(`${file}.${exportName} is not a function`);
  }
  return (values) => Reflect.apply(candidate, undefined, values) as unknown;
};

const toThrownError = (error: unknown): ThrownError =>
  error instanceof Error
    ? { name: error.name, message: error.message, ...(error.stack === undefined ? {} : { stack: error.stack }) }
    : { name: 'Error', message: String(error) };

if (parentPort !== null) {
  // The one place where this side trusts a type: the host is the same program.
  startWorker(parentPort, workerData as WorkerSettings);
}
