import { wordsWithPlaces } from './words';

/** Decides which words are highlighted. */
export type WordTest = (word: string) => boolean;

/** Sets `@@@hl@@@…@@@endhl@@@` around the words that were looked for. @see recorded answers of Confluence Cloud */
export const highlight = (text: string, isHit: WordTest): string => {
  const { words, places } = wordsWithPlaces(text);
  let marked = '';
  let from = 0;
  words.forEach((word, index) => {
    const place = places[index] ?? 0;
    if (!isHit(word)) return;
    marked += `${text.slice(from, place)}@@@hl@@@${text.slice(place, place + word.length)}@@@endhl@@@`;
    from = place + word.length;
  });
  return marked + text.slice(from);
};
