import type { Clock } from '../../clock';
import type { AppBundle } from '../app-bundle';
import type { HandlerName, LogMessage, ProxyCall, ProxyReply, ThrownError } from './messages';

export type SandboxInvocation = {
  readonly invocationId: string;
  readonly handler: HandlerName;
  readonly args: readonly unknown[];
  readonly runtime: unknown;
  readonly timeLimitMs: number;
};

export type SandboxOutcome =
  | { readonly kind: 'returned'; readonly value: unknown }
  | { readonly kind: 'threw'; readonly error: ThrownError }
  | { readonly kind: 'timed-out' }
  /** The worker ended: out of memory, `process.exit`, an unhandled rejection. */
  | { readonly kind: 'crashed'; readonly reason: string };

export type SandboxOptions = {
  readonly bundle: AppBundle;
  readonly memoryMb: number;
  readonly clock: Clock;
  readonly answer: (call: ProxyCall) => Promise<ProxyReply>;
  readonly writeLog: (line: LogMessage) => void;
};
