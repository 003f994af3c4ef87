import { describe, expect, it } from '@jest/globals';
import { contentFile } from '../support/content-file';
import { foundPages, notesIn, titlesIn } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';

const COUNT = 1_650;
const key = (index: number): string => `S${String(index).padStart(4, '0')}`;
const content = contentFile(
  Array.from({ length: COUNT }, (_, index) => ({
    space: key(index),
    title: `Page ${index}`,
    storage: `<p>${index % 400 === 0 ? 'zebra' : 'filler'} of space ${index}</p>`,
  })),
);

const { site, search } = useRunningSite({ contentPaths: [content], open: 'all' });

describe('a search over more spaces than fit into four queries', () => {
  it('asks four times, finds what those queries reach, and says that it is partial', async () => {
    const answer = await search('zebra', { limit: 25 });
    const { coverage } = foundPages(answer);
    expect(coverage).toMatchObject({ confluenceCalls: 4, spacesSearched: 1_600 });
    expect(answer.body).toMatchObject({ coverage: { spacesOptedIn: COUNT } });
    expect(notesIn(answer)).toContain('partial');
    expect(titlesIn(answer).length).toBeGreaterThanOrEqual(4);
  });

  it('asks once for a hundred named ones', async () => {
    const spaces = Array.from({ length: 100 }, (_, index) => key(index * 4));
    const { coverage } = foundPages(await search('zebra', { spaces }));
    expect(coverage).toMatchObject({ confluenceCalls: 1, spacesSearched: 100 });
  });

  it('sends no address longer than 8 KB', () => {
    const paths = site()
      .platform.calls()
      .filter(({ to }) => to === 'confluence')
      .map(({ path }) => path.length);
    expect(Math.max(...paths)).toBeGreaterThan(5_000);
    expect(Math.max(...paths)).toBeLessThan(8_192);
  });
});
