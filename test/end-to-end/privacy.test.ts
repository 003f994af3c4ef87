import { describe, expect, it } from '@jest/globals';
import { foundPages } from '../support/found-pages';
import { useRunningSite } from '../support/running-site';

/** On the sample content: a whole company's Confluence. */
const { site, search, send, local } = useRunningSite({ requestsPerMinute: 120 });

const QUESTIONS = ['how do we version our API?', 'error format', 'on-call rotation', '"rate limit"', 'deploy rollback'];

/** Words of six letters and more, which no id or member name of the storage has by chance. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{6,}/gu) ?? []);

describe('what is stored and logged', () => {
  it('holds no title, no text and no question after 50 searches', async () => {
    await search('no such words: xylophone');
    const before = wordsOf(JSON.stringify(await local('GET', 'storage')));
    const titles: string[] = [];
    const seen: string[] = [...QUESTIONS];
    for (let index = 0; index < 50; index += 1) {
      const query = QUESTIONS[index % QUESTIONS.length] ?? '';
      const { results } = foundPages(await search(query, index % 2 === 0 ? {} : { outline: true }));
      expect(results.length).toBeGreaterThan(0);
      titles.push(...results.map(({ page }) => page.title));
      seen.push(...results.flatMap(({ page, excerpts }) => [page.title, ...excerpts.map(({ markdown }) => markdown)]));
    }
    const storage = JSON.stringify(await local('GET', 'storage'));
    for (const title of new Set(titles)) expect(storage).not.toContain(title);
    // Members of the records themselves (`version`, `window`) are words as well; no new one may have come.
    const content = wordsOf(seen.join(' '));
    const added = [...wordsOf(storage)].filter((word) => !before.has(word) && content.has(word));
    expect(added).toEqual([]);
  });

  it('keeps the id of a request, and nothing of its question', async () => {
    const requestId = '11111111-2222-4333-8444-555555555555';
    await send({ requestId, operation: 'search', query: 'error format' });
    const storage = JSON.stringify(await local('GET', 'storage'));
    expect(storage).toContain(`request:${requestId}`);
    expect(storage).not.toContain('error format');
  });

  it('writes no log line in the ordinary case', () => {
    expect(site().platform.logs()).toEqual([]);
  });
});

describe('the cost of an ordinary search', () => {
  it('is one Confluence call, and before it the claim and one more write to storage', async () => {
    await local('DELETE', 'calls');
    const { coverage } = foundPages(await search('how do we version our API?'));
    expect(coverage.confluenceCalls).toBe(1);
    const calls = site().platform.calls();
    expect(calls.filter(({ to }) => to === 'confluence')).toHaveLength(1);
    expect(calls.filter(({ path }) => path.includes('/secret/get'))).toHaveLength(1);
    // What comes after it is for one search of four.
    const before = calls.slice(
      0,
      calls.findIndex(({ to }) => to === 'confluence'),
    );
    expect(
      before.filter(({ path }) => /set|transaction|batch|query/.test(path) && path.startsWith('/api/')),
    ).toHaveLength(2);
  });
});
