import type { Clock } from '../clock';
import type { LogLevel, LogMessage } from './sandbox/messages';

export type LogLine = {
  readonly level: LogLevel;
  readonly text: string;
  readonly atMs: number;
  readonly invocationId?: string;
  readonly functionKey?: string;
  /** Past 100 lines or 200 KB of its invocation: production would not keep it. */
  readonly overLimit: boolean;
};

/** Taken by invocation; production counts lines by minute of run time. @see https://developer.atlassian.com/platform/forge/limits-invocation/ */
const MAX_LINES = 100;
const MAX_BYTES = 200 * 1024;

export type LogBook = {
  readonly write: (message: LogMessage, functionKey: string | undefined) => void;
  readonly lines: () => readonly LogLine[];
  readonly clear: () => void;
};

/** Keeps everything that the app wrote, also what is over the limits, so that a check sees each line. */
export const createLogBook = (clock: Clock): LogBook => {
  let lines: LogLine[] = [];
  const used = new Map<string, { lines: number; bytes: number }>();
  return {
    write: ({ level, text, invocationId }, functionKey) => {
      const use = used.get(invocationId ?? '') ?? { lines: 0, bytes: 0 };
      use.lines += 1;
      use.bytes += Buffer.byteLength(text);
      used.set(invocationId ?? '', use);
      lines.push({
        level,
        text,
        atMs: clock.now(),
        ...(invocationId === undefined ? {} : { invocationId }),
        ...(functionKey === undefined ? {} : { functionKey }),
        overLimit: use.lines > MAX_LINES || use.bytes > MAX_BYTES,
      });
    },
    lines: () => [...lines],
    clear: () => {
      lines = [];
      used.clear();
    },
  };
};
