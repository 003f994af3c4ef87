import { Worker } from 'node:worker_threads';

import { buildWorkerSource } from './worker-source';
import type { SandboxInvocation, SandboxOptions, SandboxOutcome } from './sandbox-types';
import { createWarmWorker, type WarmWorker } from './warm-worker';

export type Sandbox = {
  readonly invoke: (invocation: SandboxInvocation) => Promise<SandboxOutcome>;
  /** What the worker that takes invocations still holds after garbage was collected; 0 when there is none. */
  readonly heapBytes: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/**
 * Runs the app's functions in a worker thread with globals of its own, an empty environment and no more memory than
 * the manifest grants. The worker stays warm, so module scope is shared between invocations as on Forge; past a time
 * limit it takes no new invocation and is terminated, and the next invocation starts cold.
 * @see https://developer.atlassian.com/platform/forge/limits-invocation/
 */
export const createSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const source = await buildWorkerSource();
  let current: WarmWorker | undefined;
  const all = new Set<WarmWorker>();

  const startWorker = (): WarmWorker => {
    const clockOffset = new SharedArrayBuffer(8);
    const worker = new Worker(source, {
      eval: true,
      env: {},
      argv: [],
      execArgv: [],
      stdout: true,
      stderr: true,
      workerData: { bundle: options.bundle, clockOffset },
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    });
    const warm = createWarmWorker({ worker, clockOffset, ...options });
    all.add(warm);
    void warm.ended.then(() => all.delete(warm));
    return warm;
  };

  return {
    invoke: (invocation) => {
      if (current?.takesInvocations() !== true) {
        current = startWorker();
      }
      return current.invoke(invocation);
    },
    heapBytes: async () => (current?.takesInvocations() === true ? current.heapBytes() : 0),
    close: async () => {
      await Promise.all([...all].map((warm) => warm.end()));
    },
  };
};
