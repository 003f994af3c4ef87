import type { Figure, FigureName, Floor, JudgedFigure } from './figure';

export type Floors = Readonly<Record<FigureName, Floor>>;

export const FLOORS: Floors = {
  'conversion-speed-against-turndown': { atLeast: 4 },
  'conversion-speed-against-node-html-markdown': { atLeast: 1.5 },
  'selection-speed-against-turndown': { atLeast: 2 },
  'answer-ms-beyond-json-parse': { atMost: 200 },
  // Three rounds of storage come before the call: the key, what is allowed, and counting the request.
  'search-time-against-one-call': { atMost: 2.5 },
  'search-p95-against-one-call': { atMost: 3.5 },
  'search-confluence-calls': { atMost: 1.2 },
  'refused-time-against-search': { atMost: 0.5 },
  'refused-storage-calls-against-search': { atMost: 0.2 },
  'refused-confluence-calls': { atMost: 0 },
  'refused-storage-writes': { atMost: 0 },
  'heap-after-searches-against-before': { atMost: 1.1 },
  'rss-after-searches-against-before': { atMost: 1.3 },
};

/** Holds a figure against its floor. What could not be measured (`NaN`) misses it. */
export const judge = (figure: Figure, floors: Floors): JudgedFigure => {
  const floor = floors[figure.name];
  const met = 'atLeast' in floor ? figure.value >= floor.atLeast : figure.value <= floor.atMost;
  return { ...figure, floor, met };
};
