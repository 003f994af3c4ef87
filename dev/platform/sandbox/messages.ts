/**
 * What host and worker say to each other. Values of the app travel as JSON text, as they do between Forge and a
 * function, so that neither side ever holds an object of the other.
 */
export type HostMessage = InvokeMessage | ProxyReplyMessage | MeasureHeapMessage;
export type WorkerMessage =
  ReadyMessage | LoadFailedMessage | ProxyCallMessage | LogMessage | FinishedMessage | HeapMessage;

export type WorkerSettings = {
  /** CommonJS sources by file name. */
  readonly bundle: ReadonlyMap<string, string>;
  /** One Int64: milliseconds between the machine's clock and the site's. */
  readonly clockOffset: SharedArrayBuffer;
};

export type HandlerName = { readonly file: string; readonly exportName: string };

export type InvokeMessage = {
  readonly kind: 'invoke';
  readonly invocationId: string;
  readonly handler: HandlerName;
  readonly argumentsJson: string;
  /** The plain part of `__forge_runtime__`. */
  readonly runtimeJson: string;
  readonly timeLimitMs: number;
};

export type HttpHeaders = readonly (readonly [string, string])[];

/** What the app asked the platform for: a call of `__forge_fetch__`, or of the global `fetch` (`type: 'egress'`). */
export type ProxyCall = {
  readonly invocationId: string;
  readonly targetJson: string;
  readonly path: string;
  readonly method: string;
  readonly headers: HttpHeaders;
  readonly body?: string;
};

export type ProxyReply = {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: string;
};

type ProxyCallMessage = { readonly kind: 'proxy-call'; readonly callId: number; readonly call: ProxyCall };
export type ProxyReplyMessage = { readonly kind: 'proxy-reply'; readonly callId: number; readonly reply: ProxyReply };

type MeasureHeapMessage = { readonly kind: 'measure-heap' };
/** What is still held after garbage was collected. */
type HeapMessage = { readonly kind: 'heap'; readonly bytes: number };

type ReadyMessage = { readonly kind: 'ready' };
type LoadFailedMessage = { readonly kind: 'load-failed'; readonly error: ThrownError };

export const LOG_LEVELS = ['debug', 'info', 'log', 'warn', 'error', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
export type LogMessage = {
  readonly kind: 'log';
  readonly level: LogLevel;
  readonly text: string;
  /** Absent for what is written outside an invocation. */
  readonly invocationId?: string;
};

export type ThrownError = { readonly name: string; readonly message: string; readonly stack?: string };
export type Finished =
  | { readonly kind: 'returned'; /** Absent for `undefined`. */ readonly resultJson?: string }
  | { readonly kind: 'threw'; readonly error: ThrownError };
type FinishedMessage = { readonly kind: 'finished'; readonly invocationId: string; readonly outcome: Finished };
