/** What a figure must not fall below, or must not exceed. */
export type Floor = { readonly atLeast: number } | { readonly atMost: number };

export const FIGURE_NAMES = [
  'conversion-speed-against-turndown',
  'conversion-speed-against-node-html-markdown',
  'selection-speed-against-turndown',
  'answer-ms-beyond-json-parse',
  'search-time-against-one-call',
  'search-p95-against-one-call',
  'search-confluence-calls',
  'refused-time-against-search',
  'refused-storage-calls-against-search',
  'refused-confluence-calls',
  'refused-storage-writes',
  'heap-after-searches-against-before',
  'rss-after-searches-against-before',
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** A figure as it was measured in one run. */
export type Figure = {
  readonly name: FigureName;
  readonly value: number;
  readonly unit: 'times' | 'ms' | 'calls';
  /** What was measured, against what, and how. */
  readonly about: string;
  /** What the figure was made from, and what helps to read it; units stand in the names. */
  readonly details: Readonly<Record<string, number>>;
};

/** A figure held against its floor. */
export type JudgedFigure = Figure & { readonly floor: Floor; readonly met: boolean };
