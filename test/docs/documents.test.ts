import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { NOTE_CODES } from '../../src/contract/search-api';
import { PROBLEMS } from '../../src/door/problem';
import { useRunningSite } from '../support/running-site';

const ROOT = resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(resolve(ROOT, file), 'utf8');
const httpApi = read('docs/http-api.md');

const { site } = useRunningSite();

const hasPrograms = (): boolean => {
  try {
    execFileSync('bash', ['-c', 'command -v curl openssl base64 od'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('NOT RUN: bash, curl, openssl, base64 or od is missing, so the signing example is not run\n');
    return false;
  }
};

describe('docs/http-api.md', () => {
  it('has a signing example that works as it stands', async () => {
    const [, script = ''] = /```sh\n([\s\S]*?)```/.exec(httpApi) ?? [];
    expect(script).toContain('openssl dgst -sha256');
    if (!hasPrograms()) return;
    const env = { ...process.env, URL: site().webTriggerUrl, SECRET: site().secret };
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], { env });
    expect(JSON.parse(stdout)).toMatchObject({ operation: 'search', results: expect.any(Array) });
  });

  it('lists every problem with its status, and every note', () => {
    for (const [code, { status }] of Object.entries(PROBLEMS)) {
      const row = httpApi.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${code}\``));
      expect(row).toContain(String(status));
    }
    for (const code of NOTE_CODES) expect(httpApi).toContain(`\`${code}\``);
  });
});

describe('the documents', () => {
  const { scripts } = v.parse(
    v.object({ scripts: v.record(v.string(), v.string()) }),
    JSON.parse(read('package.json')),
  );

  it.each([
    'README.md',
    'docs/local-site.md',
    'docs/design.md',
    'docs/http-api.md',
    'docs/keys.md',
    'docs/quality.md',
    'docs/security.md',
  ])('%s names only commands and documents that exist', (file) => {
    const text = read(file);
    for (const [, name = ''] of text.matchAll(/npm run (?:--silent )?([a-z:-]+)/g))
      expect(scripts).toHaveProperty([name]);
    for (const [, target = ''] of text.matchAll(/\]\((?!http)([^)#]+)\)/g)) {
      expect(read(resolve(ROOT, file, '..', target)).length).toBeGreaterThan(0);
    }
  });
});
