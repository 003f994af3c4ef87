import { describe, expect, it } from '@jest/globals';

import { useRunningSite } from '../../support/running-site';

const { site } = useRunningSite();

const send = (path: string, headers: Readonly<Record<string, string>>): Promise<Response> =>
  fetch(site().url + path, { method: 'PUT', headers, body: JSON.stringify({ advanceMs: 0 }) });

describe('the control points', () => {
  it('take no call from a page of another site', async () => {
    expect((await send('/_local/clock', { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send('/_local/clock', { origin: 'null' })).status).toBe(403);
  });

  it('take calls of programs, and of their own pages', async () => {
    expect((await send('/_local/clock', {})).status).toBe(200);
    expect((await send('/_local/clock', { origin: site().url })).status).toBe(200);
  });
});

describe('the pages', () => {
  it('are shown under one name of the site only', async () => {
    const { port } = new URL(site().url);
    const answer = await fetch(`http://localhost:${port}/wiki/spaces/ENG?a=1`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${site().url}/wiki/spaces/ENG?a=1`]);
  });
});
