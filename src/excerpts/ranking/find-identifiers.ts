import type { Match } from './match';

const WORD_PART = /[\p{L}\p{N}]/u;

/** Finds identifiers whole in a text that is given as it is and lower-cased: `v1/orders` is not in `v1/ordersheet`. */
export const findIdentifiers = (text: string, lowered: string, identifiers: readonly string[]): readonly Match[] => {
  // A few letters change their length in lower case; then places do not correspond, and the parts still count as words.
  if (lowered.length !== text.length) return [];
  return identifiers.flatMap((identifier, index) => {
    const found: Match[] = [];
    for (let start = lowered.indexOf(identifier); start !== -1; start = lowered.indexOf(identifier, start + 1)) {
      const end = start + identifier.length;
      const standsAlone = !WORD_PART.test(lowered.charAt(start - 1)) && !WORD_PART.test(lowered.charAt(end));
      if (standsAlone) found.push({ term: { kind: 'identifier', index }, start, end });
    }
    return found;
  });
};
