import { parseWholeNumber } from './parse-whole-number';

const ANY = { min: 0, max: Number.MAX_SAFE_INTEGER } as const;

/** Whether the same number was typed, as 060 and 60 are. What is no number is the same as itself only. */
export const sameNumber = (one: string, other: string): boolean =>
  (parseWholeNumber(one, ANY) ?? one) === (parseWholeNumber(other, ANY) ?? other);
