import type { Block } from '../page-document';
import type { Passage, RankedPage } from '../rank-pages';
import type { Match } from '../ranking/match';
import { isLeadIn } from './is-lead-in';
import type { Unit } from './page-units';

/** Only the most telling words of a long query decide what is shown. */
const MAX_WORDS = 12;
const VARIANT_COUNT = 0.4;
/** A unit beside one that has a word counts as having a part of it: answers stand next to the words of the question, */
const BEHIND = [0.4, 0.2, 0.1];
/** and rather behind than before them. */
const BEFORE = [0.1];
const UNDER_HEADING = 0.6;
/** The head of a table is shown with each of its rows, and says what the cell is that answers. */
const UNDER_TABLE_HEAD = 0.7;
const EXACT_BONUS = 0.3;

/** What a unit has of the query. */
export type WeighedUnit = {
  readonly unit: Unit;
  readonly isHeading: boolean;
  /** Announces the unit behind it, and says little alone: `For example:`. */
  readonly isLeadIn: boolean;
  /** How far it has each word that counts: 0 to 1. */
  readonly shares: Float64Array;
  /** For a phrase or an identifier found whole. */
  readonly bonus: number;
};

export type WeighedUnits = {
  readonly units: readonly WeighedUnit[];
  /** How much each word that counts tells. */
  readonly weights: Float64Array;
};

/** Weighs units against each other: a word that stands in every unit of the page does not tell them apart. */
export const weighUnits = (page: RankedPage, units: readonly Unit[]): WeighedUnits => {
  const words = heaviest(page.termWeights);
  // Of one kind for every page and query: code for arrays of whole numbers would be compiled again for fractions.
  const nothing = new Float64Array(words.length);
  const found = findInUnits(page, units, { words, nothing });
  const weights = Float64Array.from(words, (word, index) => {
    const having = found.filter(({ own }) => (own[index] ?? 0) > 0).length;
    return (page.termWeights[word] ?? 0) * Math.sqrt(Math.log(1 + (units.length - having + 0.5) / (having + 0.5)));
  });
  const near = placesNear(found, nothing);
  const weighed = units.map((unit, place) => ({
    unit,
    isHeading: page.document.blocks[unit.block]?.kind === 'heading',
    isLeadIn: isLeadIn(page.document.blocks, unit),
    shares: near.has(place) ? sharesInContext(found, place, nothing) : nothing,
    bonus: found[place]?.bonus ?? 0,
  }));
  return { units: weighed, weights };
};

/** Of each word that counts: what the unit itself has, and what stands above it. */
type Found = { readonly own: Float64Array; readonly above: Float64Array; readonly bonus: number };

const heaviest = (weights: readonly number[]): readonly number[] =>
  weights
    .map((weight, word) => ({ weight, word }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_WORDS)
    .map(({ word }) => word);

const findInUnits = (
  { passages, document }: RankedPage,
  units: readonly Unit[],
  { words, nothing }: { readonly words: readonly number[]; readonly nothing: Float64Array },
): readonly Found[] => {
  const aboveOf = new Map(
    passages.map((passage) => [
      passage.block,
      sharesAbove(passage, document.blocks[passage.block], { words, nothing }),
    ]),
  );
  const matchesOf = groupMatches(passages, units);
  return units.map(({ block }, place) => {
    const matches = matchesOf.get(place) ?? [];
    return {
      own: matches.length === 0 ? nothing : Float64Array.from(words, (word) => Math.min(1, countOf(word, matches))),
      above: aboveOf.get(block) ?? nothing,
      bonus: matches.some(({ term }) => term.kind !== 'word') ? EXACT_BONUS : 0,
    };
  });
};

const sharesAbove = (
  { countsAbove, matches }: Passage,
  block: Block | undefined,
  { words, nothing }: { readonly words: readonly number[]; readonly nothing: Float64Array },
): Float64Array => {
  const headLength = block?.body.form === 'table' ? block.body.head.text.length : 0;
  const inHead = matches.filter(({ start }) => start < headLength);
  if (inHead.length === 0 && countsAbove.every((count) => count === 0)) return nothing;
  return Float64Array.from(words, (word) =>
    Math.max(UNDER_HEADING * (countsAbove[word] ?? 0), UNDER_TABLE_HEAD * Math.min(1, countOf(word, inHead))),
  );
};

const countOf = (word: number, matches: readonly Match[]): number =>
  matches.reduce((sum, { term }) => {
    if (term.kind !== 'word' || term.index !== word) return sum;
    return sum + (term.exact ? 1 : VARIANT_COUNT);
  }, 0);

/** The matches that begin in each unit, by the unit's place. */
const groupMatches = (passages: readonly Passage[], units: readonly Unit[]): ReadonlyMap<number, readonly Match[]> => {
  const groups = new Map<number, Match[]>();
  for (const { block, matches } of passages) {
    for (const match of matches) {
      const place = unitAt(units, block, match.start);
      // What is found in the head of a table belongs to no row.
      if (units[place]?.block !== block) continue;
      const group = groups.get(place);
      if (group === undefined) groups.set(place, [match]);
      else group.push(match);
    }
  }
  return groups;
};

/** The last unit that begins at or before a place of a block's text. */
const unitAt = (units: readonly Unit[], block: number, textPlace: number): number => {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const unit = units[middle];
    const isBehind = unit !== undefined && (unit.block > block || (unit.block === block && unit.textStart > textPlace));
    if (isBehind) high = middle;
    else low = middle + 1;
  }
  return low - 1;
};

/** The units that have something of the query, or stand where something counts for them. */
const placesNear = (found: readonly Found[], nothing: Float64Array): ReadonlySet<number> => {
  const near = new Set<number>();
  found.forEach(({ own, above }, place) => {
    if (above !== nothing) near.add(place);
    if (own === nothing) return;
    for (let step = -BEFORE.length; step <= BEHIND.length; step += 1) near.add(place + step);
  });
  return near;
};

const sharesInContext = (found: readonly Found[], place: number, nothing: Float64Array): Float64Array => {
  const { own = nothing, above = nothing } = found[place] ?? {};
  const shares = own.slice();
  const raise = (by: Float64Array, weight: number): void => {
    if (by === nothing) return;
    for (const [word, share] of shares.entries()) shares[word] = Math.max(share, weight * (by[word] ?? 0));
  };
  raise(above, 1);
  for (const [distance, weight] of BEHIND.entries()) raise(found[place - distance - 1]?.own ?? nothing, weight);
  for (const [distance, weight] of BEFORE.entries()) raise(found[place + distance + 1]?.own ?? nothing, weight);
  return shares;
};
