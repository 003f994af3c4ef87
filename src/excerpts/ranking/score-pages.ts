import type { MatchedBlock, MatchedPage, MatchedText } from './matched-page';

/** Tuned on two labelled sets of pages and questions; the optima are flat, so the figures are round. */
const SATURATION = 3;
const LENGTH_INFLUENCE = 0.5;
const TITLE_COUNT = 4;
const NEIGHBOUR_COUNT = 0.2;
const HEADING_COUNT = 0.25;
const PASSAGE_SHARE = 3;
const FURTHER_PASSAGE_SHARE = 0.5;
const FURTHER_PASSAGES = 2;
const SEQUENCE_BONUS = 1;
const IDENTIFIER_BONUS = 0.2;
const PRIOR_SHARE = 1;
const PRIOR_HALVES_AFTER = 5;

export type ScoredPage = {
  readonly page: MatchedPage;
  readonly score: number;
  /** Of each block of the page, in the page's order. */
  readonly blockScores: Float64Array;
};

/**
 * Scores pages against each other, in the manner of BM25F. A page counts by what it has as a whole, by its best
 * passages, and by the place that Confluence gave it, which knows the rest of the site.
 * All parts are relative to the weight of the whole query, so that scores of different queries are comparable.
 */
export const scorePages = (pages: readonly MatchedPage[], weights: readonly number[]): readonly ScoredPage[] => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const averageLength = mean(pages.map(({ length }) => length));
  const allBlocks = pages.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const averageBlockLength = (averageLength * pages.length) / Math.max(1, allBlocks);
  return pages.map((page, place) => {
    const scoreBlock = createBlockScorer(page, { weights, whole, averageLength: averageBlockLength });
    const blockScores = Float64Array.from(page.blocks, (_, index) => scoreBlock(index) / whole);
    const score =
      scoreWhole(page, weights, averageLength) / whole +
      PASSAGE_SHARE * scoreBest(page, blockScores) +
      PRIOR_SHARE / (1 + place / PRIOR_HALVES_AFTER) +
      exactness([page.title, ...page.found]);
    return { page, score, blockScores };
  });
};

const scoreWhole = (page: MatchedPage, weights: readonly number[], averageLength: number): number => {
  const counts = weights.map((_, word) =>
    page.found.reduce((sum, { counts: own }) => sum + (own[word] ?? 0), TITLE_COUNT * (page.title.counts[word] ?? 0)),
  );
  return weigh(counts, weights, page.length / averageLength);
};

type BlockMeasures = { readonly weights: readonly number[]; readonly whole: number; readonly averageLength: number };

const createBlockScorer = (
  { blocks, title }: MatchedPage,
  { weights, whole, averageLength }: BlockMeasures,
): ((index: number) => number) => {
  const inTitle = weights.map((_, word) => Math.min(1, title.counts[word] ?? 0));
  return (index) => {
    const block = blocks[index];
    if (block === undefined) return 0;
    const [before, behind] = [blocks[index - 1], blocks[index + 1]];
    const relativeLength = block.block.text.length / averageLength;
    const isBare = hasNothing(block) && hasNothing(before) && hasNothing(behind) && !block.isUnderFind;
    // Most blocks of a page: they have what the title has.
    if (isBare) return title.matches.length === 0 ? 0 : weigh(inTitle, weights, relativeLength);
    const counts = inTitle.map((count, word) => {
      const own = block.text.counts[word] ?? 0;
      const beside = (before?.text.counts[word] ?? 0) + (behind?.text.counts[word] ?? 0);
      return count + own + NEIGHBOUR_COUNT * beside + HEADING_COUNT * (block.countsAbove[word] ?? 0);
    });
    return weigh(counts, weights, relativeLength) + exactness([block.text]) * whole;
  };
};

const hasNothing = (block: MatchedBlock | undefined): boolean => block === undefined || block.text.matches.length === 0;

/** The best passage, and a part of the next ones: a page that speaks of it more than once is more likely about it. */
const scoreBest = ({ blocks }: MatchedPage, blockScores: Float64Array): number => {
  const best: number[] = [];
  for (const [index, score] of blockScores.entries()) {
    // Most scores are below those that count by then: sorting all of them is not needed.
    if (score <= (best[FURTHER_PASSAGES] ?? 0) || !isPassage(blocks[index])) continue;
    best.push(score);
    best.sort((a, b) => b - a).splice(1 + FURTHER_PASSAGES);
  }
  const [first = 0, ...further] = best;
  return first + FURTHER_PASSAGE_SHARE * further.reduce((sum, score) => sum + score, 0);
};

const isPassage = (block: MatchedBlock | undefined): boolean => block !== undefined && block.block.kind !== 'heading';

/** Phrases and identifiers found whole. */
const exactness = (texts: readonly MatchedText[]): number =>
  (texts.some(({ hasSequence }) => hasSequence) ? SEQUENCE_BONUS : 0) +
  (texts.some(({ hasIdentifier }) => hasIdentifier) ? IDENTIFIER_BONUS : 0);

/** Counts as evidence: each further occurrence says less, and in a long text it says less from the start. */
const weigh = (counts: readonly number[], weights: readonly number[], relativeLength: number): number => {
  const dampening = SATURATION * (1 - LENGTH_INFLUENCE + LENGTH_INFLUENCE * relativeLength);
  return counts.reduce(
    (sum, count, word) => sum + ((weights[word] ?? 0) * count * (SATURATION + 1)) / (count + dampening),
    0,
  );
};

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length || 1;
