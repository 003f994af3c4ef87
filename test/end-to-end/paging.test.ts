import { describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { foundPages, notesIn, titlesIn, type FoundPages } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';

const TOTAL = 63;
const content = contentFile([
  ...Array.from({ length: TOTAL }, (_, index) => ({
    space: index % 2 === 0 ? 'ENG' : 'DOCS',
    title: `Herd ${index}`,
    storage: `<p>${'zebra '.repeat(1 + (index % 7))}in herd ${index}</p>`,
  })),
  { space: 'OPS', title: 'Ops herd', storage: '<p>zebra</p>' },
]);

const { search, send, setSpace } = useRunningSite({ contentPaths: [content], open: ['ENG', 'DOCS'] });

const allPages = async (members: Readonly<Record<string, unknown>>): Promise<readonly FoundPages[]> => {
  const pages: FoundPages[] = [];
  let cursor: string | undefined;
  do {
    const page = foundPages(await search('zebra', { ...members, ...(cursor === undefined ? {} : { cursor }) }));
    pages.push(page);
    cursor = page.nextCursor;
  } while (cursor !== undefined && pages.length < 30);
  return pages;
};

describe('paging', () => {
  it.each([10, 25, 7])('gives every page once, %d at a time', async (limit) => {
    const pages = await allPages({ limit });
    const titles = pages.flatMap(({ results }) => results.map(({ page }) => page.title));
    expect(new Set(titles).size).toBe(TOTAL);
    expect(titles).toHaveLength(TOTAL);
    expect(pages.every(({ results }) => results.length <= limit)).toBe(true);
    expect(pages.map(({ coverage }) => coverage.confluenceCalls)).toEqual(pages.map(() => 1));
  });

  it('refuses a cursor with another query, other filters, another operation, or after a space was closed', async () => {
    const { nextCursor: cursor } = foundPages(await search('zebra'));
    expect((await search('zebra', { cursor })).status).toBe(200);
    expect((await search('zebra', { cursor, limit: 3, maxChars: 500 })).status).toBe(200);
    const wrong = [
      await search('zebras', { cursor }),
      await search('zebra', { cursor, spaces: ['ENG'] }),
      await search('zebra', { cursor, labels: { none: ['draft'] } }),
      await search('zebra', { cursor, updatedAfter: '2026-01-01' }),
      await send({ operation: 'spaces', cursor }),
    ];
    await setSpace('OPS', true);
    wrong.push(await search('zebra', { cursor }));
    await setSpace('OPS', false);
    for (const answer of wrong) {
      expect(answer.body).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/cursor' }] });
    }
  });

  it('lists the open spaces page by page', async () => {
    const first = (await send({ operation: 'spaces', limit: 1 })).body;
    expect(first).toMatchObject({ spaces: [{ key: expect.any(String), optedInAt: expect.any(String) }] });
    const cursor = (first as { nextCursor: string }).nextCursor;
    const second = (await send({ operation: 'spaces', limit: 1, cursor })).body;
    expect(second).not.toHaveProperty('nextCursor');
    expect([first, second].map((body) => (body as { spaces: { key: string }[] }).spaces[0]?.key).sort()).toEqual([
      'DOCS',
      'ENG',
    ]);
  });
});

describe('filters', () => {
  it('narrow to named spaces, and say when a name is not available', async () => {
    expect(titlesIn(await search('herd', { spaces: ['DOCS'], limit: 25 }))).not.toContain('Herd 0');
    const answer = await search('herd', { spaces: ['DOCS', 'OPS', 'NOPE', 'a b'] });
    expect(notesIn(answer)).toContain('space_not_available');
    expect(foundPages(answer).coverage.spacesSearched).toBe(1);
  });
});
