import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

export type Ended = { readonly status: number | null; readonly out: string; readonly err: string };

/**
 * Runs a command of the local site. With `onFirstLine`, the command is one that goes on: it ends with SIGTERM once that
 * has dealt with the first line of standard output, or with SIGKILL when that fails.
 */
export const runCommand = async (
  command: string,
  args: readonly string[],
  onFirstLine?: (line: string) => Promise<void>,
): Promise<Ended> => {
  const child = spawn(process.execPath, ['--import', 'tsx', `dev/cli/${command}.ts`, ...args], { cwd: ROOT });
  let [out, err] = ['', ''];
  const ended = once(child, 'close');
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const firstLine = new Promise<string>((found) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('\n')) found(out.slice(0, out.indexOf('\n')));
    });
  });
  if (onFirstLine !== undefined) {
    try {
      await onFirstLine(await Promise.race([firstLine, ended.then(() => err)]));
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
    child.kill('SIGTERM');
  }
  await ended;
  return { status: child.exitCode, out, err };
};
