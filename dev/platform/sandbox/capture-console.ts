import { format } from 'node:util';

import { LOG_LEVELS, type LogLevel } from './messages';

/** Sends what the app writes with `console.*` to the platform's log instead of a terminal. */
export const captureConsole = (write: (level: LogLevel, text: string) => void): void => {
  for (const level of LOG_LEVELS) {
    console[level] = (...values: unknown[]) => {
      write(level, format(...values));
    };
  }
};
