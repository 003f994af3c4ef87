import { randomUUID } from 'node:crypto';

import { describeInstallation, describeRuntime } from './describe-runtime';
import type { Installation } from './installation';
import type { Manifest } from './manifest';
import { PlatformError } from './platform-error';
import type { LogMessage } from './sandbox/messages';
import type { Sandbox } from './sandbox/sandbox';
import type { SandboxOutcome } from './sandbox/sandbox-types';

type FunctionCall = {
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly event: unknown;
  readonly accountId?: string | undefined;
  readonly timeLimitMs: number;
};
export type InvokeFunction = (call: FunctionCall) => Promise<SandboxOutcome>;

export type RunningInvocation = {
  readonly invocationId: string;
  readonly functionKey: string;
  readonly accountId?: string | undefined;
};

type InvokeFunctionOptions = {
  readonly manifest: Manifest;
  readonly installation: Installation;
  readonly sandbox: Pick<Sandbox, 'invoke'>;
  /** Invocations that may call the platform; entries live as long as their function runs. */
  readonly running: Map<string, RunningInvocation>;
  readonly writeLog: (line: LogMessage) => void;
};

/**
 * Calls a handler as `fn(event, context)`. `context.principal` is there only when a user caused the call. A failure is
 * written to the app's log with its stack, as `forge logs` shows it.
 * @see https://developer.atlassian.com/platform/forge/function-reference/arguments/
 */
export const createInvokeFunction =
  ({ manifest, installation, sandbox, running, writeLog }: InvokeFunctionOptions): InvokeFunction =>
  async (call) => {
    const module = manifest.functions.get(call.functionKey);
    if (module === undefined) {
      throw new PlatformError('unknown-module', `the manifest has no function ${call.functionKey}`);
    }
    const { functionKey, accountId } = call;
    const invocationId = randomUUID();
    const context = {
      ...(accountId === undefined ? {} : { principal: { accountId } }),
      installContext: installation.siteAri,
      installation: describeInstallation(installation),
    };
    running.set(invocationId, { invocationId, functionKey, accountId });
    try {
      const outcome = await sandbox.invoke({
        invocationId,
        handler: { file: module.file, exportName: module.exportName },
        args: [call.event, context],
        runtime: describeRuntime(manifest, installation, { invocationId, ...call }),
        timeLimitMs: call.timeLimitMs,
      });
      const failure = describeFailure(outcome);
      if (failure !== undefined) {
        writeLog({ kind: 'log', level: 'error', text: failure, invocationId });
      }
      return outcome;
    } finally {
      running.delete(invocationId);
    }
  };

const describeFailure = (outcome: SandboxOutcome): string | undefined => {
  switch (outcome.kind) {
    case 'returned':
      return undefined;
    case 'threw':
      return outcome.error.stack ?? `${outcome.error.name}: ${outcome.error.message}`;
    case 'timed-out':
      return 'the function did not finish in time';
    case 'crashed':
      return outcome.reason;
  }
};
