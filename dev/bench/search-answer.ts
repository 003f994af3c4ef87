import type { BenchPage } from './bench-material';

/** Storage format of pages one behind the other, as much as fits `size` characters, from a place in the list on. */
const packBody = (pages: readonly BenchPage[], from: number, size: number): string => {
  let body = '';
  for (const place of pages.keys()) {
    const next = pages[(from + place) % pages.length]?.storage ?? '';
    if (body.length + next.length <= size) body += next;
  }
  return body;
};

const SPACE = { id: 1, key: 'BENCH', name: 'Bench', type: 'global', status: 'current' };

/**
 * An answer of Confluence's search with bodies of about `size` characters, as text.
 *
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/
 */
export const writeSearchAnswer = (
  pages: readonly BenchPage[],
  { count, size }: { readonly count: number; readonly size: number },
): string => {
  const step = Math.max(1, Math.floor(pages.length / count));
  const results = Array.from({ length: count }, (_, index) => ({
    content: {
      id: String(index + 1),
      type: 'page',
      status: 'current',
      title: pages[(index * step) % pages.length]?.title ?? '',
      space: SPACE,
      version: { number: 1, when: '2026-01-01T00:00:00.000Z' },
      metadata: { labels: { results: [] } },
      body: { storage: { value: packBody(pages, index * step, size), representation: 'storage' } },
      _links: { webui: `/spaces/BENCH/pages/${index + 1}` },
    },
    url: `/spaces/BENCH/pages/${index + 1}`,
  }));
  return JSON.stringify({
    results,
    start: 0,
    limit: count,
    size: count,
    _links: { base: 'https://bench.invalid/wiki' },
  });
};
