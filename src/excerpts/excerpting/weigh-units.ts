import type { Passage, RankedPage } from '../rank-pages';
import type { Unit } from './page-units';

/** Only the most telling words of a long query decide what is shown. */
const MAX_WORDS = 12;
const VARIANT_COUNT = 0.4;
/** A unit beside one that has a word counts as having a part of it: answers stand next to the words of the question. */
const BESIDE = [0.3, 0.1];
const UNDER_HEADING = 0.5;
const EXACT_BONUS = 0.3;

/** What a unit has of the query. */
export type WeighedUnit = {
  readonly unit: Unit;
  readonly isHeading: boolean;
  /** How far it has each word that counts: 0 to 1. */
  readonly shares: readonly number[];
  /** For a phrase or an identifier found whole. */
  readonly bonus: number;
};

export type WeighedUnits = {
  readonly units: readonly WeighedUnit[];
  /** How much each word that counts tells. */
  readonly weights: readonly number[];
};

/** Weighs units against each other: a word that stands in every unit of the page does not tell them apart. */
export const weighUnits = (page: RankedPage, units: readonly Unit[]): WeighedUnits => {
  const words = heaviest(page.termWeights);
  const passages = new Map(page.passages.map((passage) => [passage.block, passage]));
  const found = units.map((unit) => lookInto(unit, passages.get(unit.block), words));
  const weights = words.map((word, index) => {
    const having = found.filter(({ own }) => (own[index] ?? 0) > 0).length;
    return (page.termWeights[word] ?? 0) * Math.sqrt(Math.log(1 + (units.length - having + 0.5) / (having + 0.5)));
  });
  const weighed = units.map((unit, place) => ({
    unit,
    isHeading: page.document.blocks[unit.block]?.kind === 'heading',
    shares: words.map((_, index) => shareWithContext(found, place, index)),
    bonus: found[place]?.bonus ?? 0,
  }));
  return { units: weighed, weights };
};

type Found = { readonly own: readonly number[]; readonly above: readonly number[]; readonly bonus: number };

const heaviest = (weights: readonly number[]): readonly number[] =>
  weights
    .map((weight, word) => ({ weight, word }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_WORDS)
    .map(({ word }) => word);

const lookInto = (unit: Unit, passage: Passage | undefined, words: readonly number[]): Found => {
  const counts = new Map<number, number>();
  let bonus = 0;
  for (const { term, start } of passage?.matches ?? []) {
    if (start < unit.textStart || start >= unit.textEnd) continue;
    if (term.kind === 'word') counts.set(term.index, (counts.get(term.index) ?? 0) + (term.exact ? 1 : VARIANT_COUNT));
    else bonus = EXACT_BONUS;
  }
  return {
    own: words.map((word) => Math.min(1, counts.get(word) ?? 0)),
    above: words.map((word) => passage?.headingCounts[word] ?? 0),
    bonus,
  };
};

const shareWithContext = (found: readonly Found[], place: number, index: number): number => {
  const own = found[place]?.own[index] ?? 0;
  const above = UNDER_HEADING * (found[place]?.above[index] ?? 0);
  const beside = BESIDE.map((share, distance) => {
    const before = found[place - distance - 1]?.own[index] ?? 0;
    const after = found[place + distance + 1]?.own[index] ?? 0;
    return share * Math.max(before, after);
  });
  return Math.max(own, above, ...beside);
};
