import type { WeighedUnit } from './weigh-units';

/** Characters between two blocks or excerpts. */
const SEPARATOR = 2;
const NOWHERE = -1;
/** `Steps:`, `1. Run:` and the command. */
const LONGEST_COMPANY = 3;

/** Neighbouring units, as the places of the first and the last; headings between them included. */
export type Run = { readonly first: number; readonly last: number };

/** Units of a page that are to be shown, and roughly how long they are together. Headings come with what they part. */
export type Selection = {
  readonly isShown: (place: number) => boolean;
  /** Whether nothing but headings stands between the unit and a shown one. */
  readonly isBesideShown: (place: number) => boolean;
  /** The units just before and behind each run, headings skipped. */
  readonly neighbours: () => readonly number[];
  /** The unit, and what it announces that is not shown yet. */
  readonly companyOf: (place: number) => readonly number[];
  /** What neighbouring units cost now, with the headings that they would enclose. */
  readonly costOf: (places: readonly number[]) => number;
  /** What of that is for the head of a table, a label, fences: each comes with the first unit of its block. */
  readonly openingOf: (places: readonly number[]) => number;
  readonly show: (places: readonly number[]) => void;
  /** Undoes the last `show`, and says of which units. */
  readonly takeBack: () => readonly number[] | undefined;
  readonly length: () => number;
  /** In the page's order. */
  readonly runs: () => readonly Run[];
};

export const createSelection = (units: readonly WeighedUnit[]): Selection => {
  const { before, behind, headingLengths } = lieOfUnits(units);
  const shown = new Uint8Array(units.length);
  const steps: { readonly places: readonly number[]; readonly cost: number; readonly runsBefore: readonly Run[] }[] =
    [];
  let length = 0;
  let runs: readonly Run[] = [];

  const isShown = (place: number): boolean => shown[place] === 1;
  const enclosed = (from: number, to: number): number => (headingLengths[to] ?? 0) - (headingLengths[from] ?? 0);

  const companyOf = (place: number): readonly number[] => {
    const company = [place];
    for (let last = place; units[last]?.isLeadIn === true && company.length < LONGEST_COMPANY;) {
      last = behind[last] ?? NOWHERE;
      if (last === NOWHERE || isShown(last)) break;
      company.push(last);
    }
    return company;
  };

  const isShownOf = (block: number, place = NOWHERE): boolean => isShown(place) && units[place]?.unit.block === block;

  const openingOfOne = (place: number): number => {
    const unit = units[place]?.unit;
    if (unit === undefined || isShownOf(unit.block, before[place]) || isShownOf(unit.block, behind[place])) return 0;
    return unit.opening;
  };

  const costOfOne = (place: number): number => {
    const unit = units[place]?.unit;
    if (unit === undefined) return 0;
    const [above, below] = [before[place] ?? NOWHERE, behind[place] ?? NOWHERE];
    return (
      unit.length +
      SEPARATOR +
      openingOfOne(place) +
      (isShown(above) ? enclosed(above, place) : 0) +
      (isShown(below) ? enclosed(place, below) : 0)
    );
  };

  const costOf = (places: readonly number[]): number => places.reduce((sum, place) => sum + costOfOne(place), 0);

  /** The runs with one unit more. Few are there at any time, while their units may be thousands. */
  const withUnit = (place: number): readonly Run[] => {
    const above = runs.find(({ last }) => last === before[place]);
    const below = runs.find(({ first }) => before[first] === place);
    const joined = { first: above?.first ?? place, last: below?.last ?? place };
    return [...runs.filter((run) => run !== above && run !== below), joined].sort((a, b) => a.first - b.first);
  };

  return {
    isShown,
    isBesideShown: (place) => isShown(before[place] ?? NOWHERE) || isShown(behind[place] ?? NOWHERE),
    neighbours: () => runs.flatMap(({ first, last }) => [before[first] ?? NOWHERE, behind[last] ?? NOWHERE]),
    companyOf,
    costOf,
    openingOf: (places) => places.reduce((sum, place) => sum + openingOfOne(place), 0),
    show: (places) => {
      const cost = costOf(places);
      const runsBefore = runs;
      for (const place of places) {
        shown[place] = 1;
        runs = withUnit(place);
      }
      steps.push({ places, cost, runsBefore });
      length += cost;
    },
    takeBack: () => {
      const step = steps.pop();
      if (step === undefined) return undefined;
      for (const place of step.places) shown[place] = 0;
      length -= step.cost;
      runs = step.runsBefore;
      return step.places;
    },
    length: () => length,
    runs: () => runs,
  };
};

/** For each unit the next one on either side that is no heading, and how long all headings up to it are together. */
const lieOfUnits = (units: readonly WeighedUnit[]) => {
  const before: number[] = [];
  const headingLengths: number[] = [];
  let last = NOWHERE;
  let headings = 0;
  for (const [place, { unit, isHeading }] of units.entries()) {
    before.push(last);
    if (isHeading) headings += unit.length + SEPARATOR;
    else last = place;
    headingLengths.push(headings);
  }
  const behind = units.map(() => NOWHERE);
  before.forEach((other, place) => {
    if (other !== NOWHERE && units[place]?.isHeading === false) behind[other] = place;
  });
  return { before, behind, headingLengths };
};
