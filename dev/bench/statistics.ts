/** The value below which a share of the values lies: nearest rank. `NaN` without values. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Each of the values as a multiple of the one that was measured beside it. */
export const ratios = (values: readonly number[], others: readonly number[]): readonly number[] =>
  values.map((value, place) => value / (others[place] ?? Number.NaN));
