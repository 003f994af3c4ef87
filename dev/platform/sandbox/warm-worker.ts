import type { Worker } from 'node:worker_threads';

import type { SandboxInvocation, SandboxOptions, SandboxOutcome } from './sandbox-types';
import type { Finished, LogLevel, ThrownError, WorkerMessage } from './messages';

type WarmWorkerOptions = Pick<SandboxOptions, 'answer' | 'clock' | 'writeLog'> & {
  readonly worker: Worker;
  readonly clockOffset: SharedArrayBuffer;
};

export type WarmWorker = {
  /** False once it has overrun a time limit, failed to load or ended. */
  readonly takesInvocations: () => boolean;
  readonly invoke: (invocation: SandboxInvocation) => Promise<SandboxOutcome>;
  /** What the worker still holds after garbage was collected; 0 once it has ended. */
  readonly heapBytes: () => Promise<number>;
  readonly end: () => Promise<void>;
  readonly ended: Promise<void>;
};

/** How often a running invocation learns that the site's clock was moved on. */
const CLOCK_SYNC_MS = 10;

type Running = { readonly settle: (outcome: SandboxOutcome) => void };

/** The host's side of one worker: who is running in it, until when, and what becomes of them when it ends. */
export const createWarmWorker = ({ worker, clockOffset, clock, answer, writeLog }: WarmWorkerOptions): WarmWorker => {
  const running = new Map<string, Running>();
  const offset = new BigInt64Array(clockOffset);
  let retired = false;
  let exited = false;
  let loadError: ThrownError | undefined;
  let clockSync: NodeJS.Timeout | undefined;
  let heapMeasured: ((bytes: number) => void) | undefined;

  const syncClock = (): void => {
    // Read again when the millisecond changed in between, or the app's clock would step back by one.
    let machineNow = Date.now();
    let siteNow = clock.now();
    while (machineNow !== Date.now()) {
      machineNow = Date.now();
      siteNow = clock.now();
    }
    Atomics.store(offset, 0, BigInt(Math.round(siteNow - machineNow)));
  };
  const finishAll = (outcome: SandboxOutcome): void => {
    for (const { settle } of [...running.values()]) {
      settle(outcome);
    }
  };
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', (exitCode) => {
      retired = true;
      exited = true;
      finishAll({ kind: 'crashed', reason: `the function's process ended with exit code ${exitCode}` });
      resolve();
    });
  });
  const ready = new Promise<void>((resolve) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready' || message.kind === 'load-failed') {
        loadError = message.kind === 'load-failed' ? message.error : undefined;
        resolve();
      }
      receive(message);
    });
    void ended.then(resolve);
  });
  const end = async (): Promise<void> => {
    retired = true;
    await worker.terminate();
  };

  const receive = (message: WorkerMessage): void => {
    if (message.kind === 'proxy-call') {
      const { callId, call } = message;
      void answer(call).then((reply) => {
        syncClock();
        worker.postMessage({ kind: 'proxy-reply', callId, reply });
      });
    } else if (message.kind === 'log') {
      writeLog(message);
    } else if (message.kind === 'finished') {
      running.get(message.invocationId)?.settle(toOutcome(message.outcome));
    } else if (message.kind === 'heap') {
      heapMeasured?.(message.bytes);
    }
  };

  worker.on('error', (error) => {
    retired = true;
    if (running.size === 0) {
      writeLog({ kind: 'log', level: 'error', text: String(error) });
    }
    finishAll({ kind: 'crashed', reason: String(error) });
  });
  forwardStream(worker.stdout, 'log', writeLog);
  forwardStream(worker.stderr, 'error', writeLog);
  worker.unref();

  const start = (invocation: SandboxInvocation): Promise<SandboxOutcome> =>
    new Promise((resolve) => {
      const deadline = setTimeout(() => {
        retired = true;
        settle({ kind: 'timed-out' });
      }, invocation.timeLimitMs);
      const settle = (outcome: SandboxOutcome): void => {
        clearTimeout(deadline);
        running.delete(invocation.invocationId);
        resolve(outcome);
        if (running.size === 0) {
          clearInterval(clockSync);
          worker.unref();
          if (retired) {
            void worker.terminate();
          }
        }
      };
      running.set(invocation.invocationId, { settle });
      syncClock();
      worker.postMessage({
        kind: 'invoke',
        invocationId: invocation.invocationId,
        handler: invocation.handler,
        argumentsJson: JSON.stringify(invocation.args),
        runtimeJson: JSON.stringify(invocation.runtime),
        timeLimitMs: invocation.timeLimitMs,
      });
    });

  return {
    takesInvocations: () => !retired,
    invoke: async (invocation) => {
      worker.ref();
      await ready;
      if (loadError !== undefined) {
        await end();
        return { kind: 'threw', error: loadError };
      }
      if (exited) {
        return { kind: 'crashed', reason: 'the process had ended before the function began' };
      }
      if (running.size === 0) {
        clearInterval(clockSync);
        clockSync = setInterval(syncClock, CLOCK_SYNC_MS).unref();
      }
      return start(invocation);
    },
    heapBytes: async () => {
      worker.ref();
      await ready;
      try {
        return await Promise.race([
          ended.then(() => 0),
          new Promise<number>((resolve) => {
            heapMeasured = resolve;
            worker.postMessage({ kind: 'measure-heap' });
          }),
        ]);
      } finally {
        if (running.size === 0) worker.unref();
      }
    },
    end,
    ended,
  };
};

const toOutcome = (finished: Finished): SandboxOutcome => {
  if (finished.kind === 'threw') {
    return finished;
  }
  const value: unknown = finished.resultJson === undefined ? undefined : JSON.parse(finished.resultJson);
  return { kind: 'returned', value };
};

const forwardStream = (stream: NodeJS.ReadableStream, level: LogLevel, writeLog: SandboxOptions['writeLog']): void => {
  stream.on('data', (chunk: Buffer | string) => {
    writeLog({ kind: 'log', level, text: chunk.toString().trimEnd() });
  });
};
