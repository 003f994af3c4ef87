import { UsageError } from './usage-error';

/** Reads a whole number of an option. @throws {UsageError} */
export const parseNumber = (
  option: string,
  value: string,
  { min, max }: { readonly min: number; readonly max: number },
): number => {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= min && number <= max)) {
    throw new UsageError(`--${option} takes a whole number from ${min} to ${max}`);
  }
  return number;
};
