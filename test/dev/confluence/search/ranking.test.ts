import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { createTestSite, pageSource } from '../../../support/embedded-site';

const pages = [
  pageSource({ title: 'One', storage: '<p>cat dog cat bird</p>' }),
  pageSource({ title: 'Two', storage: '<p>dog bird fish horse mouse</p>' }),
  pageSource({ title: 'Three', storage: '<p>cat</p>' }),
  pageSource({ title: 'Four', storage: '<p>fish fish dog</p>' }),
  pageSource({ title: 'Five', storage: '<p>horse</p>' }),
];

/** BM25 written down once more: k1 1.2, b 0.75, the length of a page being its distinct words, title included. */
const bm25 = (word: string): ReadonlyMap<string, number> => {
  const documents = pages.map(({ title, storage }) => ({
    title,
    words: `${title} ${storage.replace(/<[^>]*>/gu, ' ')}`
      .toLowerCase()
      .split(/\s+/u)
      .filter((each) => each !== ''),
  }));
  const lengths = documents.map(({ words }) => new Set(words).size);
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const holders = documents.filter(({ words }) => words.includes(word)).length;
  const idf = Math.log(1 + (documents.length - holders + 0.5) / (holders + 0.5));
  const scores = new Map<string, number>();
  documents.forEach(({ title, words }, index) => {
    const count = words.filter((each) => each === word).length;
    const length = lengths[index] ?? 0;
    if (count > 0) scores.set(title, (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average)));
  });
  return scores;
};

const ranked = (words: readonly string[]): readonly string[] => {
  const sums = new Map<string, number>();
  const scored = words.flatMap((word) => [...bm25(word)]);
  for (const { title } of pages) if (scored.some(([each]) => each === title)) sums.set(title, 0);
  for (const [title, score] of scored) sums.set(title, (sums.get(title) ?? 0) + score);
  return [...sums].sort(([, left], [, right]) => right - left).map(([title]) => title);
};

describe('ranking of the embedded search', () => {
  const site = createTestSite({ pages });
  const anyOf = (words: readonly string[]): string =>
    `type = page AND (${words.map((word) => `text ~ "${word}"`).join(' OR ')})`;

  it.each([[['cat']], [['cat', 'dog']], [['fish', 'bird']], [['dog', 'bird', 'fish']], [['horse', 'cat', 'mouse']]])(
    'is BM25, and OR adds scores: %j',
    (words) => {
      expect(site.find(anyOf(words))).toEqual(ranked(words));
    },
  );

  it('keeps the order of the content on ties', () => {
    const twins = ['b', 'a', 'c'].map((title) => pageSource({ title, storage: '<p>same</p>' }));
    expect(createTestSite({ pages: twins }).find('type = page AND text ~ "same"')).toEqual(['b', 'a', 'c']);
  });

  it('does not look at spaces when it weighs pages', () => {
    const spaces = [{ key: 'ENG', description: 'cat cat cat dog bird' }];
    expect(createTestSite({ spaces, pages }).find(anyOf(['cat', 'bird']))).toEqual(ranked(['cat', 'bird']));
  });
});

const corpus = resolve(__dirname, '../../../../../shared/eval/argocd/storage.jsonl');
const line = v.object({ id: v.string(), title: v.string(), space: v.string(), storage: v.string() });

const readCorpus = (): readonly v.InferOutput<typeof line>[] => {
  if (!existsSync(corpus)) {
    process.stderr.write('NOT RUN: the evaluation pages are not there, so the speed of the search is not checked\n');
    return [];
  }
  return readFileSync(corpus, 'utf8')
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => v.parse(line, JSON.parse(text)));
};

describe('speed of the embedded search', () => {
  it('loads the evaluation pages and answers a broad query in a fraction of a second', () => {
    const evaluation = readCorpus();
    const site = createTestSite({ pages: evaluation });
    const words = [
      'cluster',
      'secret',
      'sync',
      'application',
      'health',
      'redis',
      'controller',
      'metrics',
      'token',
      'config',
    ];
    const cql = `type = page AND (text ~ "${words.join(' ')}" OR ${words.map((word) => `text ~ "${word}"`).join(' OR ')})`;
    const expand = 'content.space,content.version,content.body.storage';
    site.search(cql, { limit: '30', expand });
    const begin = performance.now();
    const answer = site.search(cql, { limit: '30', expand });
    expect(answer.points).toBe(evaluation.length === 0 ? 1 : 31);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});
