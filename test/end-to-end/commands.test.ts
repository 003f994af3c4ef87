import { describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { runCommand } from '../support/run-command';

const content = contentFile([{ space: 'KB', title: 'Zebras', storage: '<p>A zebra has stripes.</p>' }]);

describe('npm run search', () => {
  it('prints excerpts for a person', async () => {
    const { status, out } = await runCommand('search', ['zebra', '--content', content, '--open', 'all']);
    expect(status).toBe(0);
    expect(out).toContain('1. Zebras   [KB,');
    expect(out).toContain('A zebra has stripes.');
    expect(out).toContain('1 pages from 1 spaces; 1 Confluence call(s), 2 points.');
  });

  it('prints the reply alone with --json, also without results', async () => {
    const found = await runCommand('search', ['zebra', '--json', '--content', content, '--open', 'KB']);
    expect(JSON.parse(found.out)).toMatchObject({ operation: 'search', results: [{ page: { title: 'Zebras' } }] });
    const none = await runCommand('search', ['giraffe', '--json', '--content', content, '--open', 'KB']);
    expect(none.status).toBe(0);
    expect(JSON.parse(none.out)).toMatchObject({ results: [], notes: [{ code: 'nothing_matched' }] });
  });

  it('ends with 1 and the problem on standard error', async () => {
    const { status, out, err } = await runCommand('search', ['zebra', '--content', content, '--open', 'none']);
    expect(status).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('no_space_available: None of the spaces asked for is open to this app.');
  });

  it('ends with 1 and one sentence for an address where nobody answers', async () => {
    const secret = Buffer.alloc(32, 1).toString('base64');
    const { status, err } = await runCommand('search', ['zebra', '--url', 'http://127.0.0.1:1', '--secret', secret]);
    expect(status).toBe(1);
    expect(err).toContain('unreachable: http://127.0.0.1:1');
    expect(err).not.toContain('    at ');
  });

  it('ends with 2 and the usage for what is none', async () => {
    const { status, err } = await runCommand('search', []);
    expect(status).toBe(2);
    expect(err).toContain('usage: npm run search');
  });

  it('ends with 1 and one sentence for content that cannot be read', async () => {
    const { status, err } = await runCommand('search', ['zebra', '--content', 'no-such-folder']);
    expect(status).toBe(1);
    expect(err).toContain('no-such-folder');
    expect(err).not.toContain('    at ');
  });
});

describe('npm start', () => {
  it('says where it is in its first line, answers there, and ends with SIGTERM', async () => {
    const secret = Buffer.alloc(40, 9).toString('base64');
    const args = ['--json', '--port', '0', '--content', content, '--open', 'all', '--secret', secret];
    const { status, out } = await runCommand('start', args, async (line) => {
      const ready = JSON.parse(line) as { ready: boolean; webTrigger: string; secret: string };
      expect(ready).toMatchObject({ ready: true, secret, site: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
      const found = await runCommand('search', ['zebra', '--json', '--url', ready.webTrigger, '--secret', secret]);
      expect(JSON.parse(found.out)).toMatchObject({ results: [{ page: { title: 'Zebras' } }] });
    });
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(0);
  });
});
