import { createSelection, type Run, type Selection } from './selection';
import type { WeighedUnit, WeighedUnits } from './weigh-units';

/** What showing a word once more is worth, as a share of showing it the time before. */
const REPETITION = 0.8;
/** Text beside what is shown helps to understand it, and needs no excerpt of its own. */
const BESIDE_SHOWN = 1.1;
const CONTEXT = 0.01;
/** A unit worth this share of the page's best one is missed when it is left out. */
const RELEVANT_SHARE = 0.6;

/** Keeps the choice fast on a page of any size. */
const MAX_PROMISING = 100;
/** So many units may turn out longer than they seemed before no more are tried. */
const MAX_TOO_LONG = 10;

export type ChoiceLimits = {
  /** Characters of Markdown. */
  readonly room: number;
  readonly maxRuns: number;
  /** The length of the runs as they will be written. */
  readonly measure: (runs: readonly Run[]) => number;
};

export type Choice = {
  readonly runs: readonly Run[];
  /** Something relevant was left out for want of room. */
  readonly cut: boolean;
};

/**
 * Chooses the units of a page that say most about the query for their length: words not yet shown first, then more of
 * the same, then what stands beside. Greedy, which for gains of this kind comes close to the best choice.
 */
export const chooseUnits = (weighed: WeighedUnits, { room, maxRuns, measure }: ChoiceLimits): Choice => {
  const { units } = weighed;
  const selection = createSelection(units);
  // What each word is still worth: less each time that it is shown.
  const worth = weighed.weights.slice();
  const gains = Float64Array.from(units, (unit) => gainOf(unit, weighed.weights));
  const best = gains.reduce((most, gain) => Math.max(most, gain), 0);
  const relevant = RELEVANT_SHARE * best;
  // A page that only matches by its title is shown from its beginning.
  const lead = best === 0 ? units.findIndex(({ isHeading }) => !isHeading) : -1;
  const promising = promisingPlaces(units, gains);
  const tooLong = new Set<number>();
  const nearby = (): readonly number[] => [...promising, ...selection.neighbours(), lead];
  const nextMove = (): Move =>
    bestMove(units, selection, {
      places: tooLong.size === 0 ? nearby() : nearby().filter((place) => !tooLong.has(place)),
      limits: { room, maxRuns, worth, gains, relevant, lead },
    });
  let cut = false;
  for (;;) {
    let move = nextMove();
    while (move.places.length > 0) {
      selection.show(move.places);
      for (const place of move.places) {
        units[place]?.shares.forEach((share, word) => (worth[word] = (worth[word] ?? 0) * REPETITION ** share));
      }
      move = nextMove();
    }
    cut ||= move.missed;
    // Lengths are estimates until the runs are written. What was chosen last makes way, and something shorter may fit.
    let excess = measure(selection.runs()) - room;
    if (excess <= 0) return { runs: selection.runs(), cut };
    cut = true;
    for (; excess > 0; excess = measure(selection.runs()) - room) {
      // Writing all of it to measure it is dear, so half of what is too much goes at once.
      const enough = selection.length() - excess / 2;
      for (let last = selection.takeBack(); last !== undefined; last = selection.takeBack()) {
        for (const place of last) {
          tooLong.add(place);
          units[place]?.shares.forEach((share, word) => (worth[word] = (worth[word] ?? 0) / REPETITION ** share));
        }
        if (selection.length() <= enough) break;
      }
    }
    if (tooLong.size > MAX_TOO_LONG) return { runs: selection.runs(), cut };
  }
};

type MoveLimits = {
  readonly room: number;
  readonly maxRuns: number;
  readonly worth: Float64Array;
  /** Of each unit, when nothing is shown yet. */
  readonly gains: Float64Array;
  readonly relevant: number;
  /** The unit to begin with when none has anything of the query, else -1. */
  readonly lead: number;
};

/** No places when there is nothing more to show. */
type Move = { readonly places: readonly number[]; readonly missed: boolean };

/**
 * The unit that gains most for its length, if any fits, with what it announces: alone only when it is relevant itself.
 * And whether a relevant one would not have fitted.
 */
const bestMove = (
  units: readonly WeighedUnit[],
  selection: Selection,
  { places, limits }: { readonly places: readonly number[]; readonly limits: MoveLimits },
): Move => {
  const { room, maxRuns, worth, gains, relevant, lead } = limits;
  const fits = (shown: readonly number[]): boolean => selection.length() + selection.costOf(shown) <= room;
  const mayBegin = selection.runs().length < maxRuns;
  let best: readonly number[] = [];
  let bestValue = 0;
  let missed = false;
  for (const place of places) {
    const unit = units[place];
    if (unit === undefined || unit.isHeading || selection.isShown(place)) continue;
    // It gains no more now than at first, and costs no less than its length.
    if (((gains[place] ?? 0) * BESIDE_SHOWN + CONTEXT) / Math.sqrt(unit.unit.length + 1) <= bestValue) continue;
    const beside = selection.isBesideShown(place) || place === lead;
    if (!beside && !mayBegin) continue;
    const isRelevant = relevant > 0 && (gains[place] ?? 0) >= relevant;
    const company = selection.companyOf(place);
    const shown = isRelevant && company.length > 1 && !fits(company) ? [place] : company;
    const cost = selection.costOf(shown);
    if (selection.length() + cost > room) {
      missed ||= isRelevant;
      continue;
    }
    const gain = gainOf(unit, worth) * (beside ? BESIDE_SHOWN : 1) + (beside ? CONTEXT : 0);
    // What a unit cannot be shown without must fit, but is none of its length: a row is short below any head.
    const value = gain / Math.sqrt(cost - selection.openingOf(shown));
    if (value > bestValue) {
      bestValue = value;
      best = shown;
    }
  }
  return { places: best, missed };
};

/** Where an excerpt may begin: what a unit gains only falls as others are shown, so the poorest need no second look. */
const promisingPlaces = (units: readonly WeighedUnit[], gains: Float64Array): readonly number[] =>
  units
    .flatMap(({ unit }, place) => {
      const gain = gains[place] ?? 0;
      return gain > 0 ? [{ place, value: gain / Math.sqrt(unit.length + 1) }] : [];
    })
    .sort((one, other) => other.value - one.value)
    .slice(0, MAX_PROMISING)
    .map(({ place }) => place);

const gainOf = ({ shares, bonus }: WeighedUnit, worth: Float64Array): number =>
  shares.reduce((sum, share, word) => sum + (worth[word] ?? 0) * share, bonus);
