import type { Block, Container, PageDocument } from '../page-document';
import type { CompiledQuery } from './compiled-query';
import type { FindMatches } from './find-matches';
import type { Match } from './match';

/** How much a word counts that is only inflected as one of the query's. */
const VARIANT_COUNT = 0.4;

/** How much a word in a heading farther up counts, compared with the nearest one. */
const FARTHER_HEADING = 0.4;

/** A text with what was found of the query in it. */
export type MatchedText = {
  readonly matches: readonly Match[];
  /** How often each of the query's words occurs. */
  readonly counts: readonly number[];
  /** A phrase, or the whole query, stands here word for word. */
  readonly hasSequence: boolean;
  readonly hasIdentifier: boolean;
};

export type MatchedBlock = {
  readonly block: Block;
  readonly text: MatchedText;
  /** How far the headings above, and the titles of panels around, have each of the query's words: 0 to 1. */
  readonly countsAbove: readonly number[];
  /** These have any. */
  readonly isUnderFind: boolean;
};

export type MatchedPage = {
  readonly id: string;
  readonly document: PageDocument;
  readonly title: MatchedText;
  readonly blocks: readonly MatchedBlock[];
  /** The texts of blocks and titles that have anything, few of a page's. */
  readonly found: readonly MatchedText[];
  /** How many blocks and titles there are. */
  readonly textCount: number;
  /** Characters, the title's included. */
  readonly length: number;
};

/** Looks a page through for the query, field by field. */
export const matchPage = (
  page: { readonly id: string; readonly title: string; readonly document: PageDocument },
  query: CompiledQuery,
  find: FindMatches,
): MatchedPage => {
  // Most texts have none of the words, and a page has thousands of texts: they share one answer.
  const nothing: MatchedText = { matches: [], counts: query.noCounts, hasSequence: false, hasIdentifier: false };
  const match = (text: string): MatchedText => {
    const matches = find(text);
    return matches.length === 0 ? nothing : toMatchedText(matches, query);
  };
  const title = match(page.title);
  const countsOfHeadings = createHeadingCounter(query, match);
  const titles = createTitleMatcher(match);
  const blocks = page.document.blocks.map((block) => {
    const countsAbove = withTitles(countsOfHeadings(block.headingPath), titles.around(block), query);
    return { block, text: match(block.text), countsAbove, isUnderFind: countsAbove !== query.noCounts };
  });
  return {
    id: page.id,
    document: page.document,
    title,
    blocks,
    found: [...blocks.flatMap(({ text }) => (text === nothing ? [] : [text])), ...titles.all()],
    textCount: blocks.length + titles.count(),
    length: blocks.reduce((sum, { block }) => sum + block.text.length, page.title.length),
  };
};

const toMatchedText = (matches: readonly Match[], query: CompiledQuery): MatchedText => ({
  matches,
  counts: countWords(matches, query),
  hasSequence: matches.some(({ term }) => term.kind === 'sequence'),
  hasIdentifier: matches.some(({ term }) => term.kind === 'identifier'),
});

const countWords = (matches: readonly Match[], query: CompiledQuery): readonly number[] => {
  const counts = [...query.noCounts];
  for (const { term } of matches) {
    if (term.kind === 'word') counts[term.index] = (counts[term.index] ?? 0) + (term.exact ? 1 : VARIANT_COUNT);
  }
  return counts;
};

/** Blocks of one section share the list of headings, and lists share headings, so each of both is looked at once. */
const createHeadingCounter = (
  query: CompiledQuery,
  match: (text: string) => MatchedText,
): ((headingPath: readonly string[]) => readonly number[]) => {
  const known = new Map<readonly string[], readonly number[]>();
  const countsOf = rememberAnswers((heading: string) => match(heading).counts);
  return (headingPath) => {
    const counted = known.get(headingPath);
    if (counted !== undefined) return counted;
    const counts = countAbove(headingPath.map(countsOf), query);
    known.set(headingPath, counts);
    return counts;
  };
};

const rememberAnswers = <Asked, Answer>(answer: (asked: Asked) => Answer): ((asked: Asked) => Answer) => {
  const known = new Map<Asked, Answer>();
  return (asked) => {
    const remembered = known.get(asked);
    if (remembered !== undefined) return remembered;
    const found = answer(asked);
    known.set(asked, found);
    return found;
  };
};

const countAbove = (above: readonly (readonly number[])[], { words, noCounts }: CompiledQuery): readonly number[] => {
  if (above.every((each) => each === noCounts)) return noCounts;
  const nearest = above.length - 1;
  return words.map((_, word) =>
    Math.min(1, Math.max(...above.map((each, level) => (each[word] ?? 0) * (level === nearest ? 1 : FARTHER_HEADING)))),
  );
};

/** Looks each panel's title through once, however many blocks stand in it. */
const createTitleMatcher = (match: (text: string) => MatchedText) => {
  const known = new Map<Container, MatchedText>();
  const textOf = (container: Container): readonly MatchedText[] => {
    if (container.kind !== 'quote' || container.title === '') return [];
    const text = known.get(container) ?? match(container.title);
    known.set(container, text);
    return [text];
  };
  return {
    around: ({ containers }: Block): readonly MatchedText[] =>
      containers.length === 0 ? [] : containers.flatMap(textOf),
    /** Of those that stand around some block: the ones that have anything, and how many there are. */
    all: (): readonly MatchedText[] => [...known.values()].filter(({ matches }) => matches.length > 0),
    count: (): number => known.size,
  };
};

/** A title counts for what stands in its panel as the nearest heading does. */
const withTitles = (
  countsAbove: readonly number[],
  titles: readonly MatchedText[],
  { words, noCounts }: CompiledQuery,
): readonly number[] => {
  if (titles.every(({ counts }) => counts === noCounts)) return countsAbove;
  return words.map((_, word) =>
    Math.min(1, Math.max(countsAbove[word] ?? 0, ...titles.map(({ counts }) => counts[word] ?? 0))),
  );
};
