import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadContent } from '../../dev/content/load-content';
import { sampleContentDirectory } from '../../dev/content/sample-content';
import { foundPages, spacesIn, titlesIn } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';

const { site, search, send } = useRunningSite();

/** The table of questions in the sample's README: question, space, page. */
const questions = readFileSync(join(sampleContentDirectory, 'README.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .flatMap(([, question, space, page]) =>
    question !== undefined && page !== undefined && /^(?:ENG|DOCS|ADR)$/.test(space ?? '') ? [{ question, page }] : [],
  );

/** Holds in every page that must never be found. */
const SEALED = /SEALED-/;

describe('a reading of the sample content', () => {
  it('gives open pages, and nothing of what is sealed', async () => {
    const { pages } = await loadContent([sampleContentDirectory]);
    // Ids that the content gives, and those that follow the first one that is free.
    const ids = [98_000, 65_537].flatMap((first) => Array.from({ length: 1_000 }, (_, index) => String(first + index)));
    const existing = ids.filter((id) => site().confluence.contentById(id) !== undefined);
    expect(existing.length).toBeGreaterThanOrEqual(pages.length);
    const answers = await Promise.all(existing.map((pageId) => send({ operation: 'read', pageId, maxChars: 200_000 })));
    for (const answer of answers) expect(answer.text).not.toMatch(SEALED);
    const openCount = pages.filter(({ storage, status }) => !SEALED.test(storage) && status !== 'archived').length;
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(openCount);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(existing.length - openCount);
  });
});

describe('a search of the sample content', () => {
  it('has at least a dozen questions to ask', () => {
    expect(questions.length).toBeGreaterThanOrEqual(12);
  });

  it.each(questions)('finds "$page" for "$question", within the first three pages', async ({ question, page }) => {
    const answer = await search(question, { limit: 3 });
    expect(titlesIn(answer)).toContain(page);
    expect(answer.text).not.toMatch(SEALED);
  });

  it('gives nothing of what is closed, restricted or not current, however much is asked for', async () => {
    const greedy = { limit: 25, maxChars: 50_000, maxCharsPerPage: 20_000, excerptsPerPage: 5, outline: true };
    const tempting = [
      'salary',
      'SEALED',
      'error format incident',
      'penetration test',
      'discount carriers',
      'on-call pay',
    ];
    for (const query of [...tempting, ...questions.map(({ question }) => question)]) {
      const answer = await search(query, greedy);
      expect(answer.text).not.toMatch(SEALED);
      expect(['ENG', 'DOCS', 'ADR']).toEqual(expect.arrayContaining([...spacesIn(answer)]));
    }
  });

  it('stays within the budget of characters, for the reply and for each page', async () => {
    for (const [maxChars, maxCharsPerPage] of [
      [500, 200],
      [2_000, 300],
      [50_000, 1_000],
    ] as const) {
      const { results } = foundPages(
        await search('api version error format', { maxChars, maxCharsPerPage, limit: 25 }),
      );
      const lengths = results.map(({ excerpts }) => excerpts.reduce((sum, { markdown }) => sum + markdown.length, 0));
      expect(Math.max(...lengths)).toBeLessThanOrEqual(maxCharsPerPage);
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(maxChars);
      expect(Math.max(...lengths)).toBeGreaterThan(0);
    }
  });

  it('answers in German and Japanese', async () => {
    expect(titlesIn(await search('Löschfristen'))[0]).toBe('Datenhaltung und Löschfristen');
    expect(foundPages(await search('日本の配送業者の接続手順')).results.length).toBeGreaterThan(0);
  });

  it('lists the open spaces and the state', async () => {
    expect((await send({ operation: 'spaces' })).body).toMatchObject({
      spaces: expect.arrayContaining([
        expect.objectContaining({ key: 'ENG', name: 'Engineering', type: expect.any(String), url: expect.any(String) }),
      ]),
    });
    expect((await send({ operation: 'status' })).body).toMatchObject({
      api: 'v1',
      paused: false,
      spacesOptedIn: 3,
      site: { url: expect.stringMatching(/^http:\/\/127/) },
      limits: { requestsPerMinute: 0 },
    });
  });
});
