import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Block } from '../../src/excerpts/page-document';
import { parseStorage } from '../../src/excerpts/parse-storage';
import type { QueryTerms } from '../../src/excerpts/query-terms';
import { rankPages } from '../../src/excerpts/rank-pages';
import { spendBudget, type Budget } from '../../src/excerpts/spend-budget';
import { tokenize } from '../../src/excerpts/tokenize';
import { parseQuery } from '../../src/search/parse-query';
import { generatedPage, generatedQuery } from './generated-page';
import { pageMarkdown, pageText } from './page-markdown';

const budget = fc.record({
  maxChars: fc.oneof(fc.integer({ min: 500, max: 3000 }), fc.integer({ min: 500, max: 50_000 })),
  maxCharsPerPage: fc.oneof(fc.integer({ min: 200, max: 1500 }), fc.integer({ min: 200, max: 20_000 })),
  excerptsPerPage: fc.integer({ min: 1, max: 5 }),
});
const pages = fc.array(generatedPage, { minLength: 1, maxLength: 3 });

const NO_TERMS: QueryTerms = { words: [], phrases: [], identifiers: [] };

/** The excerpts of each page, in the order of the pages given. */
const excerptsOf = (bodies: readonly string[], query: string, limits: Budget): readonly (readonly string[])[] => {
  const candidates = bodies.map((storage, place) => ({
    id: String(place),
    title: 'keys',
    storage,
  }));
  const ranked = rankPages(candidates, parseQuery(query)?.terms ?? NO_TERMS);
  const spent = spendBudget(ranked, limits);
  return bodies.map((_, place) => {
    const { excerpts = [] } = spent.pages[ranked.findIndex(({ id }) => id === String(place))] ?? {};
    return excerpts.map(({ markdown }) => markdown);
  });
};

/** The same pages at each run: a test that fails now and then tells nobody why. */
const RUNS = { seed: 20_260_101, numRuns: 80 };

/** Holds something to be true of the excerpts of each page, whatever the pages, the query and the limits are. */
const assertOfEachPage = (
  check: (page: { readonly storage: string; readonly excerpts: readonly string[]; readonly limits: Budget }) => void,
): void => {
  fc.assert(
    fc.property(pages, generatedQuery, budget, (bodies, query, limits) => {
      excerptsOf(bodies, query, limits).forEach((excerpts, place) => {
        check({ storage: bodies[place] ?? '', excerpts, limits });
      });
    }),
    RUNS,
  );
};

const reader = new MarkdownIt();

/** The words that a Markdown reader shows: no address of a link, no sign of markup. */
const shownWords = (markdown: string): readonly string[] => tokenize(reader.render(markdown).replace(/<[^>]*>/g, ' '));

/** Whether an excerpt can be nothing but some words of a block of which no part fits whole. */
const isShred = (markdown: string): boolean => !markdown.includes('\n');

/** A line without the signs of what it stands in: quotes, their labels, lists, and a backslash that keeps it text. */
const bare = (line: string): string =>
  line
    .replace(/^(?:\s|> ?|[-*+] (?:\[[ x]\] )?|\d+[.)] )*/, '')
    .replace(/^\*\*[^*]*:\*\* ?/, '')
    .replace(/\\$/, '')
    .trim();

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;
const INSIDE_CHARACTER = /(?<=[^])[\p{M}\u200d]/uy;
const INSIDE_WORD = new RegExp(`(?<=[\\p{L}\\p{N}\\p{M}])(?<![${UNSPACED}])(?![${UNSPACED}])[\\p{L}\\p{N}]`, 'uy');

/** Whether a place parts a word, or a character from its signs. Scripts without spaces are parted anywhere. */
const isInsideWord = (text: string, place: number): boolean =>
  [INSIDE_CHARACTER, INSIDE_WORD].some((inside) => {
    inside.lastIndex = place;
    return inside.test(text);
  });

/** Whether a text holds another one with no word cut at its ends. */
const holdsWhole = (text: string, part: string): boolean => {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) {
    if (!isInsideWord(text, at) && !isInsideWord(text, at + part.length)) return true;
  }
  return part === '';
};

const unescape = (markdown: string): string => markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}])n(\d+)(?![\p{L}\p{N}])/gu)].map(([, digits]) => Number(digits));

describe('excerpts of any page', () => {
  it('stay within the limits', () => {
    fc.assert(
      fc.property(pages, generatedQuery, budget, (bodies, query, limits) => {
        const all = excerptsOf(bodies, query, limits);
        expect(all.flat().join('').length).toBeLessThanOrEqual(limits.maxChars);
        for (const excerpts of all) {
          expect(excerpts.length).toBeLessThanOrEqual(limits.excerptsPerPage);
          expect(excerpts.join('').length).toBeLessThanOrEqual(limits.maxCharsPerPage);
          expect(excerpts.filter((markdown) => markdown.trim() === '')).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it('are the same each time', () => {
    fc.assert(
      fc.property(pages, generatedQuery, budget, (bodies, query, limits) => {
        expect(excerptsOf(bodies, query, limits)).toEqual(excerptsOf(bodies, query, limits));
      }),
      RUNS,
    );
  });

  it('are lines of the page, or stretches of them, with no word cut', () => {
    assertOfEachPage(({ storage, excerpts }) => {
      const whole = unescape(pageMarkdown(storage));
      const text = unescape(oneLine(pageText(storage)));
      for (const markdown of excerpts) {
        if (isShred(markdown) && holdsWhole(text, unescape(markdown.replace(/^…|…$/g, '')))) continue;
        const foreign = markdown
          .split('\n')
          .map((line) => unescape(bare(line)))
          .filter((line) => line !== '…' && !holdsWhole(whole, line));
        expect(foreign).toEqual([]);
      }
    });
  });

  it('show what the page shows, and no sign of markup that was cut in two', () => {
    assertOfEachPage(({ storage, excerpts }) => {
      const known = new Set([...shownWords(pageMarkdown(storage)), ...tokenize(pageText(storage))]);
      expect(excerpts.flatMap(shownWords).filter((word) => !known.has(word))).toEqual([]);
    });
  });

  it('never overlap, and come in the order of the page', () => {
    assertOfEachPage(({ excerpts }) => {
      const numbers = excerpts.flatMap(numbersIn);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    });
  });

  it('hold no half surrogate and no control character', () => {
    assertOfEachPage(({ excerpts }) => {
      expect(excerpts.join('\n')).not.toMatch(/\p{Surrogate}|[^\P{Cc}\t\n]/u);
    });
  });

  it('begin each table with its head', () => {
    assertOfEachPage(({ storage, excerpts }) => {
      const tables = parseStorage(storage).blocks.flatMap(({ body }) => (body.form === 'table' ? [body] : []));
      const heads = new Set(tables.map(({ head }) => head.markdown));
      const rows = new Set(tables.flatMap((table) => table.rows.map(({ markdown }) => markdown)));
      for (const markdown of excerpts) {
        const lines = markdown.split('\n').map(bare);
        const above = (place: number): number => {
          let first = place;
          while (rows.has(lines[first - 1] ?? '')) first -= 1;
          return first;
        };
        const headless = lines.flatMap((line, place) => {
          const before = lines.slice(0, above(place)).join('\n');
          return rows.has(line) && ![...heads].some((head) => before.endsWith(head)) ? [line] : [];
        });
        expect(headless).toEqual([]);
      }
    });
  });

  it('close what code they open', () => {
    assertOfEachPage(({ excerpts }) => {
      for (const markdown of excerpts) {
        const lines = markdown.split('\n');
        const fences = reader.parse(markdown, {}).filter(({ type }) => type === 'fence');
        const lastLines = fences.map(({ map }) => bare(lines[(map?.[1] ?? 0) - 1] ?? ''));
        expect(lastLines).toEqual(fences.map(({ markup }) => markup));
      }
    });
  });

  it('show code whole where it fits', () => {
    fc.assert(
      fc.property(generatedPage, generatedQuery, budget, (storage, query, limits) => {
        const room = Math.min(limits.maxChars, limits.maxCharsPerPage);
        const shown = new Set((excerptsOf([storage], query, limits)[0] ?? []).flatMap(numbersIn));
        for (const numbers of codeThatFits(parseStorage(storage).blocks, room)) {
          const count = numbers.filter((number) => shown.has(number)).length;
          expect([0, numbers.length]).toContain(count);
        }
      }),
      { ...RUNS, numRuns: 150 },
    );
  });
});

const codeThatFits = (blocks: readonly Block[], room: number): readonly (readonly number[])[] =>
  blocks
    .filter(({ kind, markdown }) => kind === 'code' && markdown.length <= room)
    .map(({ body }) => (body.form === 'code' ? numbersIn(body.code) : []));
