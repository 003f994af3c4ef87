import { execFile } from 'node:child_process';
import { type Server, createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { createTestSite, pageSource } from '../../support/embedded-site';

const site = createTestSite({
  spaces: [{ key: 'ENG', id: '42' }],
  pages: [
    pageSource({ title: 'Deploy', id: '1001', storage: '<p>How to deploy</p>', labels: ['how-to'] }),
    pageSource({ title: 'Below', id: '1002', parent: '1001' }),
  ],
});

const server: Server = createServer((request, response) => {
  const answer = site.confluence.handle({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: {},
    as: 'app',
  });
  response.writeHead(answer.status, answer.headers).end(answer.body);
});

const run = promisify(execFile);
const client = join(__dirname, '../../support/confluence-js-client.mjs');

/** The published client validates every answer with schemas of its own, those of v2 among them. */
describe('confluence.js 3.2.0 against the embedded Confluence', () => {
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
  });

  it('searches, and reads spaces, pages, operations and policies over HTTP', async () => {
    const { port } = v.parse(v.object({ port: v.number() }), server.address());
    const { stdout } = await run(process.execPath, [client, `http://127.0.0.1:${String(port)}`]);
    expect(JSON.parse(stdout)).toEqual({
      search: [{ title: 'Deploy', space: 42, labels: ['how-to'], body: '<p>How to deploy</p>' }],
      contentSearch: [
        ['1001', 'ENG'],
        ['1002', 'ENG'],
      ],
      spaces: [['ENG', 'global', 'current']],
      space: true,
      operations: true,
      pages: [['1001', '<p>How to deploy</p>']],
      pagesInSpace: ['1001'],
      ancestors: [{ id: '1001', type: 'page' }],
      policies: [['ENG', false]],
      user: 'app-account',
      restrictions: 'read',
      problem: { name: 'NotFoundError', status: 404 },
    });
  });
});
