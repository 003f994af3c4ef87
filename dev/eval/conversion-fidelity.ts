import type { CodeLine, LinkFact, PageFacts } from './page-facts';
import { plainAddress, wordsOf } from './page-facts';
import { readMarkdownFacts } from './read-markdown-facts';
import { readStorageFacts } from './read-storage-facts';

export const FIDELITY_ASPECTS = ['words', 'codeLines', 'cells', 'links'] as const;

export type FidelityAspect = (typeof FIDELITY_ASPECTS)[number];

/** How much of a page a converter kept, and what not. */
export type Kept = { readonly kept: number; readonly total: number; readonly lost: readonly string[] };

export type ConversionFidelity = Readonly<Record<FidelityAspect, Kept>>;

/**
 * How much of a page in storage format is in the Markdown that a converter made of it: visible words, lines of code
 * verbatim (in a table cell white space counts once), table cells with all their words in one cell, links with their
 * target (a page or file by its name). Everything counts as often as it occurs, except names.
 */
export const measureFidelity = (storage: string, markdown: string): ConversionFidelity => {
  const wanted = readStorageFacts(storage);
  const found = readMarkdownFacts(markdown);
  return {
    words: toKept(wanted.words, missingFrom(found.words, wanted.words)),
    codeLines: toKept(wanted.codeLines, missingCode(found.codeLines, wanted.codeLines)),
    cells: toKept(wanted.cells, missingCells(found.cells, wanted.cells)),
    links: toKept(wanted.links, missingLinks(found, wanted.links)),
  };
};

const toKept = (wanted: readonly unknown[], lost: readonly string[]): Kept => ({
  kept: wanted.length - lost.length,
  total: wanted.length,
  lost,
});

const missingFrom = (found: readonly string[], wanted: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const each of found) left.set(each, (left.get(each) ?? 0) + 1);
  return wanted.filter((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count <= 0;
  });
};

const missingCode = (found: readonly CodeLine[], wanted: readonly CodeLine[]): readonly string[] => {
  const keys = ({ line, inCell }: CodeLine): string => (inCell ? line.replace(/\s+/g, ' ').trim() : line.trimEnd());
  const linesOf = (lines: readonly CodeLine[], inCell: boolean): readonly string[] =>
    lines.filter((line) => line.inCell === inCell).map(keys);
  return [false, true].flatMap((inCell) => missingFrom(linesOf(found, inCell), linesOf(wanted, inCell)));
};

/** A cell may hold more than it did (the name of a linked page, a table that stood inside it), but serves only once. */
const missingCells = (
  found: readonly (readonly string[])[],
  wanted: readonly (readonly string[])[],
): readonly string[] => {
  const foundTexts = found.map((words) => words.join(' '));
  const wantedTexts = wanted.map((words) => words.join(' '));
  const unmatched = missingFrom(foundTexts, wantedTexts);
  const matched = missingFrom(unmatched, wantedTexts);
  const spare = new Set(missingFrom(matched, foundTexts).map((text) => ({ words: text.split(' ') })));
  return unmatched.filter((text) => {
    const words = text.split(' ');
    const holder = [...spare].find((cell) => holdsInOrder(cell.words, words));
    return holder === undefined || !spare.delete(holder);
  });
};

const holdsInOrder = (words: readonly string[], wanted: readonly string[]): boolean => {
  let next = 0;
  for (const word of words) if (word === wanted[next]) next += 1;
  return next === wanted.length;
};

const missingLinks = (found: PageFacts, wanted: readonly LinkFact[]): readonly string[] => {
  const targets = found.links.map(({ value }) => value);
  const shown = ` ${[...found.words, ...targets.flatMap(wordsOf)].join(' ')} `;
  const addresses = wanted.filter(({ kind }) => kind === 'address').map(({ value }) => value);
  const names = wanted.filter(({ kind }) => kind === 'name').map(({ value }) => value);
  return [
    ...missingFrom(targets, addresses),
    ...names.filter((name) => !shown.includes(` ${wordsOf(plainAddress(name)).join(' ')} `)),
  ];
};
