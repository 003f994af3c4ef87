import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EVIDENCE_FOLDER, keepEvidence, textsOf } from '../../dev/log-evidence';
import { keepRequest } from '../../dev/platform/keep-request';
import { startLocalSite } from '../../dev/site/local-site';
import { DEFAULT_SITE_OPTIONS } from '../../dev/site/site-options';
import { findLeaks, type Evidence } from './find-leaks';
import { readEvidence } from './read-evidence';

const SECRET = createHash('sha256').update('a secret').digest();

const evidence = (line: string, others: Partial<Evidence> = {}): Evidence => ({
  secret: [SECRET.toString('base64')],
  request: ['how do we version our API?', 'error format', 'Zugangsberechtigung', 'unauthorized'],
  content: ['API versioning\n<p>The gateway keeps two <em>major</em> versions alive.</p>', '障害対応の手順書'],
  ...others,
  line: [line],
});

const kinds = (line: string, others?: Partial<Evidence>): readonly string[] => [
  ...new Set(findLeaks(evidence(line, others)).map(({ kind }) => kind)),
];

const FRAMES =
  '"at":["at async decide (/var/task/index.cjs:10:5)","at authenticate (index.cjs:1:2)","at index.cjs:3:4"]';

describe('findLeaks', () => {
  it.each([
    '{"event":"unauthorized","cause":"wrong-signature"}',
    '{"event":"unauthorized","cause":"not-signed"}',
    `{"event":"defect","requestId":"0b9f0c3e-6a3c-4b7e-9a55-2f1f6a9f3d10","error":"TypeError",${FRAMES}}`,
    "Error: Resolver has no definition for 'x'.\n    at [worker eval]:263:30\n    at Port.<anonymous> ([worker eval]:1:2)\n" +
      '    at [nodejs.internal.kHybridDispatch] (node:internal/event_target:831:20)',
  ])("finds nothing in the app's own line %s", (line) => {
    const asked = [
      'unauthorized',
      'cause',
      'event defect requestId null',
      'authenticate',
      'typeerror at',
      'worker definition',
      'internal event',
    ];
    expect(findLeaks(evidence(line, { request: asked }))).toEqual([]);
  });

  it.each([
    ['request', 'searching: how do we VERSION our api'],
    ['request', '{"query":"error format"}'],
    ['request', 'zugangsberechtigung missing'],
    ['content', '{"title":"API versioning"}'],
    ['content', 'parser: unexpected "alive.</p>" after versions'],
    ['content', 'cannot cut 障害対応の手順書'],
    ['secret', `key ${SECRET.toString('base64')}`],
    ['secret', `key ${SECRET.toString('base64url').slice(20)}`],
    ['secret', `key ${SECRET.toString('hex').slice(8, 24)}`],
    ['secret', `key ${SECRET.toString('latin1')}`],
  ])('finds a %s in the planted line %s', (kind, line) => {
    expect(kinds(line)).toContain(kind);
  });

  it('finds words between what looks like frames, and in what only resembles one', () => {
    const line = `{"event":"defect","at":["at the gateway keeps (index.cjs:1:2)"],${FRAMES}}`;
    expect(kinds(line)).toEqual(['content']);
  });
});

/** Keeps evidence in a folder of its own while something is done, and reads it. */
const evidenceOf = (work: () => void): Evidence => {
  const ofTheRun = process.env[EVIDENCE_FOLDER];
  const folder = mkdtempSync(join(tmpdir(), 'log-evidence-test-'));
  process.env[EVIDENCE_FOLDER] = folder;
  try {
    work();
    return readEvidence(folder);
  } finally {
    process.env[EVIDENCE_FOLDER] = ofTheRun;
    rmSync(folder, { recursive: true });
  }
};

describe('keepEvidence', () => {
  it('is on in a run of the tests', () => {
    expect(process.env[EVIDENCE_FOLDER]).toMatch(/log-evidence-/);
  });

  it('keeps what was sent, each text once, without what may be logged', () => {
    const kept = evidenceOf(() => {
      for (const requestId of ['one', 'two']) {
        const members = { requestId, operation: 'search', query: 'error format', filters: { spaces: ['ENG'] } };
        const headers = { 'X-WebTrigger-Signature': ['sha256=00'] };
        keepRequest({ method: 'POST', body: JSON.stringify(members), headers });
      }
      keepRequest({ body: 'no json' });
      keepRequest({ call: { functionKey: 'setSpaceExclusions', payload: { labels: ['internal'] } } });
      keepRequest('anything');
      keepEvidence('content', () => textsOf({ pages: [{ title: 'A', labels: [] }, { title: 'B' }] }));
    });
    expect(kept).toMatchObject({ line: [], secret: ['sha256=00'], content: ['A\nB'] });
    expect([...kept.request].sort()).toEqual(['error format\nENG', 'internal', 'no json']);
  });
});

describe('textsOf', () => {
  it('reads what is deeper than a stack', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(50_000)}"down"${']'.repeat(50_000)}`);
    expect(textsOf(deep)).toBe('down');
  });
});

describe('a site', () => {
  it('keeps what the app logs, what it is asked, its secrets and its pages', async () => {
    const asked: { secret?: string } = {};
    const folder = process.env[EVIDENCE_FOLDER] ?? '';
    const site = await startLocalSite({ ...DEFAULT_SITE_OPTIONS });
    try {
      asked.secret = site.secret;
      const response = await fetch(site.webTriggerUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ operation: 'search', query: 'a question that nobody signed' }),
      });
      expect(response.status).toBe(401);
    } finally {
      await site.close();
    }
    const kept = readEvidence(folder);
    expect(kept.line).toContain('{"event":"unauthorized","cause":"not-signed"}');
    expect(kept.request).toContain('a question that nobody signed');
    expect(kept.secret.join('\n')).toContain(asked.secret);
    expect(kept.content.join('\n')).toContain('rotation');
  });
});
