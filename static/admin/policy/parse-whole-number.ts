export type Bounds = { readonly min: number; readonly max: number };

/** Reads what was typed; `undefined` for anything but a whole number within the bounds. */
export const parseWholeNumber = (typed: string, { min, max }: Bounds): number | undefined => {
  const value = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : undefined;
  return value !== undefined && value >= min && value <= max ? value : undefined;
};
