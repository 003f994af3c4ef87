import { ContentError } from '../content/content-error';
import { PlatformError } from '../platform/platform-error';
import { SiteError } from '../site/site-error';
import { UsageError } from './usage-error';

/**
 * Runs a command and ends the process with its exit status: 2 for wrong usage, 1 with one sentence for what the user
 * can mend (content, ports), 1 with the stack for a defect.
 */
export const runCommand = (usage: string, command: () => Promise<number>): void => {
  command().then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      if (error instanceof UsageError) {
        process.stderr.write(`${error.message}\n${usage}\n`);
        process.exitCode = 2;
        return;
      }
      const isExpected = error instanceof ContentError || error instanceof PlatformError || error instanceof SiteError;
      process.stderr.write(`${isExpected ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
      process.exitCode = 1;
    },
  );
};
