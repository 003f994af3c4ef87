import type { WeighedUnit } from './weigh-units';

/** Characters between two blocks or excerpts. */
const SEPARATOR = 2;

/** Neighbouring units, as the places of the first and the last. */
export type Run = { readonly first: number; readonly last: number };

/** Units of a page that are to be shown, and roughly how long they are together. */
export type Selection = {
  readonly isShown: (place: number) => boolean;
  /** Whether nothing but headings stands between the unit and a shown one. */
  readonly isBesideShown: (place: number) => boolean;
  /** The units just before and behind each run, headings skipped. */
  readonly neighbours: () => readonly number[];
  /** What the unit costs now, with the headings that it would enclose. */
  readonly costOf: (place: number) => number;
  readonly show: (place: number) => void;
  /** Undoes the last `show`. */
  readonly takeBack: () => void;
  readonly length: () => number;
  /** In the page's order, without headings at their ends. */
  readonly runs: () => readonly Run[];
};

export const createSelection = (units: readonly WeighedUnit[]): Selection => {
  const shown = new Set<number>();
  const steps: { readonly places: readonly number[]; readonly cost: number }[] = [];
  let length = 0;
  let runs: readonly Run[] = [];

  const placesOf = (place: number): readonly number[] => {
    const above = headingsTowards(place, -1);
    const below = headingsTowards(place, 1);
    return [...(above ?? []), place, ...(below ?? [])];
  };

  /** The headings up to the next shown unit in a direction; undefined when there is something else in between. */
  const headingsTowards = (place: number, step: 1 | -1): readonly number[] | undefined => {
    const headings: number[] = [];
    let at = place + step;
    while (!shown.has(at) && units[at]?.isHeading === true) {
      headings.push(at);
      at += step;
    }
    return shown.has(at) ? headings : undefined;
  };

  const costOf = (place: number): number =>
    placesOf(place).reduce((sum, each) => sum + unitCost(units, each, (other) => shown.has(other)), 0);

  return {
    isShown: (place) => shown.has(place),
    isBesideShown: (place) => headingsTowards(place, -1) !== undefined || headingsTowards(place, 1) !== undefined,
    neighbours: () =>
      runs.flatMap(({ first, last }) => [skipHeadings(units, first - 1, -1), skipHeadings(units, last + 1, 1)]),
    costOf,
    show: (place) => {
      const step = { places: placesOf(place), cost: costOf(place) };
      for (const each of step.places) shown.add(each);
      steps.push(step);
      length += step.cost;
      runs = toRuns(units, shown);
    },
    takeBack: () => {
      const step = steps.pop();
      for (const each of step?.places ?? []) shown.delete(each);
      length -= step?.cost ?? 0;
      runs = toRuns(units, shown);
    },
    length: () => length,
    runs: () => runs,
  };
};

const skipHeadings = (units: readonly WeighedUnit[], from: number, step: 1 | -1): number => {
  let place = from;
  while (units[place]?.isHeading === true) place += step;
  return place;
};

const unitCost = (units: readonly WeighedUnit[], place: number, isShown: (place: number) => boolean): number => {
  const unit = units[place]?.unit;
  if (unit === undefined) return 0;
  const isContinued = [place - 1, place + 1].some((other) => isShown(other) && units[other]?.unit.block === unit.block);
  return unit.length + SEPARATOR + (isContinued ? 0 : unit.opening);
};

const toRuns = (units: readonly WeighedUnit[], shown: ReadonlySet<number>): readonly Run[] => {
  const runs: Run[] = [];
  for (const place of [...shown].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.last === place - 1) runs[runs.length - 1] = { first: run.first, last: place };
    else runs.push({ first: place, last: place });
  }
  return runs.flatMap((run) => withoutOuterHeadings(units, run));
};

const withoutOuterHeadings = (units: readonly WeighedUnit[], run: Run): readonly Run[] => {
  let { first, last } = run;
  while (first <= last && units[first]?.isHeading === true) first += 1;
  while (last >= first && units[last]?.isHeading === true) last -= 1;
  return first <= last ? [{ first, last }] : [];
};
