import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signRequest } from '../sign-request';
import { startLocalSite, type LocalSite } from '../site/local-site';
import { DEFAULT_SITE_OPTIONS, type SiteOptions } from '../site/site-options';
import type { BenchPage } from './bench-material';

export type TimedAnswer = {
  readonly status: number;
  readonly ms: number;
  readonly text: string;
  /** Empty when the app told none. */
  readonly serverTiming: string;
};

/** A local site with all spaces open and no limit of requests, and the ways in which a benchmark talks to it. */
export type BenchSite = {
  readonly site: LocalSite;
  readonly search: (query: string) => Promise<TimedAnswer>;
  /** A search that is signed with another secret. */
  readonly searchWithWrongKey: (query: string) => Promise<TimedAnswer>;
  readonly close: () => Promise<void>;
};

const WRONG_SECRET = Buffer.alloc(32, 1).toString('base64');
/** Keeps the request ids of a long run from piling up, and the storage calls of a minute below Forge's limits. */
const BETWEEN_REQUESTS_MS = 1000;

/** Starts a site with pages of its own. */
export const startBenchSite = async (
  pages: readonly BenchPage[],
  options: Partial<SiteOptions>,
): Promise<BenchSite> => {
  const folder = await mkdtemp(join(tmpdir(), 'promptless-bench-'));
  try {
    const content = join(folder, 'pages.jsonl');
    await writeFile(content, pages.map((page) => JSON.stringify(page)).join('\n'));
    const site = await startLocalSite({
      ...DEFAULT_SITE_OPTIONS,
      contentPaths: [content],
      open: 'all',
      requestsPerMinute: 0,
      ...options,
    });
    return {
      site,
      search: (query) => sendSearch(site, query, site.secret),
      searchWithWrongKey: (query) => sendSearch(site, query, WRONG_SECRET),
      close: site.close,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};

const sendSearch = async (site: LocalSite, query: string, secret: string): Promise<TimedAnswer> => {
  site.clock.advance(BETWEEN_REQUESTS_MS);
  const body = JSON.stringify({ requestId: randomUUID(), operation: 'search', query: query.slice(0, 1000) });
  const headers = { ...signRequest({ secret, body, nowMs: site.clock.now() }) };
  const startedAt = performance.now();
  const response = await fetch(site.webTriggerUrl, { method: 'POST', headers, body });
  const text = await response.text();
  const ms = performance.now() - startedAt;
  return { status: response.status, ms, text, serverTiming: response.headers.get('server-timing') ?? '' };
};
