const ENDINGS = ['ations', 'ation', 'ings', 'ing', 'ies', 'ied', 'ions', 'ion', 'ers', 'er', 'ed', 'es', 'e', 'y'];
const SHORTEST_STEM = 4;
const SHORTEST_SINGULAR = 3;

/**
 * A rough common form of English inflections (`rotate`, `rotating`, `rotation`), so that a text which says it otherwise
 * still counts for something. Deliberately crude: what it wrongly joins only gets a part of an exact word's weight.
 */
export const foldWord = (word: string): string => {
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST_STEM);
  if (ending !== undefined) return word.slice(0, -ending.length);
  return word.endsWith('s') && word.length > SHORTEST_SINGULAR ? word.slice(0, -1) : word;
};
