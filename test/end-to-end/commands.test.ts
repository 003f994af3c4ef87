import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';

const ROOT = resolve(__dirname, '../..');
const TSX = require.resolve('tsx/cli');

type Ended = { readonly status: number | null; readonly out: string; readonly err: string };

/**
 * Runs a command of the local site. With `onFirstLine`, the command is one that goes on: it ends with SIGTERM once that
 * has dealt with the first line of standard output, or with SIGKILL when that fails.
 */
const run = async (
  command: string,
  args: readonly string[],
  onFirstLine?: (line: string) => Promise<void>,
): Promise<Ended> => {
  const child = spawn(process.execPath, [TSX, `dev/cli/${command}.ts`, ...args], { cwd: ROOT });
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

const content = contentFile([{ space: 'KB', title: 'Zebras', storage: '<p>A zebra has stripes.</p>' }]);

describe('npm run search', () => {
  it('prints excerpts for a person', async () => {
    const { status, out } = await run('search', ['zebra', '--content', content, '--open', 'all']);
    expect(status).toBe(0);
    expect(out).toContain('1. Zebras   [KB,');
    expect(out).toContain('A zebra has stripes.');
    expect(out).toContain('1 pages from 1 spaces; 1 Confluence call(s), 2 points.');
  });

  it('prints the reply alone with --json, also without results', async () => {
    const found = await run('search', ['zebra', '--json', '--content', content, '--open', 'KB']);
    expect(JSON.parse(found.out)).toMatchObject({ operation: 'search', results: [{ page: { title: 'Zebras' } }] });
    const none = await run('search', ['giraffe', '--json', '--content', content, '--open', 'KB']);
    expect(none.status).toBe(0);
    expect(JSON.parse(none.out)).toMatchObject({ results: [], notes: [{ code: 'nothing_matched' }] });
  });

  it('ends with 1 and the problem on standard error', async () => {
    const { status, out, err } = await run('search', ['zebra', '--content', content, '--open', 'none']);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('no_space_available: None of the spaces asked for is open to this app.');
  });

  it('ends with 1 and one sentence for an address where nobody answers', async () => {
    const secret = Buffer.alloc(32, 1).toString('base64');
    const { status, err } = await run('search', ['zebra', '--url', 'http://127.0.0.1:1', '--secret', secret]);
    expect(status).toBe(1);
    expect(err).toContain('unreachable: http://127.0.0.1:1');
    expect(err).not.toContain('    at ');
  });

  it.each([
    ['without a query', []],
    ['with two', ['a', 'b']],
    ['with an unknown option', ['a', '--limits', '3']],
    ['with a limit that is none', ['a', '--limit', '26']],
    ['with an address without a secret', ['a', '--url', 'http://127.0.0.1:1']],
  ])('ends with 2 and the usage %s', async (_, args) => {
    const { status, err } = await run('search', args);
    expect(status).toBe(2);
    expect(err).toContain('usage: npm run search');
  });

  it('ends with 1 and one sentence for content that cannot be read', async () => {
    const { status, err } = await run('search', ['zebra', '--content', 'no-such-folder']);
    expect(status).toBe(1);
    expect(err).toContain('no-such-folder');
    expect(err).not.toContain('    at ');
  });
});

describe('npm start', () => {
  it('says where it is in its first line, answers there, and ends with SIGTERM', async () => {
    const secret = Buffer.alloc(40, 9).toString('base64');
    const args = ['--json', '--port', '0', '--content', content, '--open', 'all', '--secret', secret];
    const { status, out } = await run('start', args, async (line) => {
      const ready = JSON.parse(line) as { ready: boolean; webTrigger: string; secret: string };
      expect(ready).toMatchObject({ ready: true, secret, site: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
      const found = await run('search', ['zebra', '--json', '--url', ready.webTrigger, '--secret', secret]);
      expect(JSON.parse(found.out)).toMatchObject({ results: [{ page: { title: 'Zebras' } }] });
    });
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(0);
  });
});
