const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}]/u;
const IDEOGRAPH_OR_REST = /[\p{Script=Han}\p{Script=Hiragana}]|[^\p{Script=Han}\p{Script=Hiragana}]+/gu;

/**
 * The words of a text for the fixed search engine: lower-cased runs of letters, digits and marks; no stemming, no
 * stop words, no synonyms. Han and Hiragana have no gaps between words: each character is a word of its own, as
 * Lucene's standard tokenizer has it. @see Unicode UAX #29
 */
export const toWords = (text: string): readonly string[] => wordsWithPlaces(text).words;

/** The words together with where each begins in the text, in UTF-16 code units. */
export const wordsWithPlaces = (
  text: string,
): { readonly words: readonly string[]; readonly places: readonly number[] } => {
  const words: string[] = [];
  const places: number[] = [];
  for (const match of text.matchAll(RUN)) {
    const [run] = match;
    if (!IDEOGRAPH.test(run)) {
      words.push(run.toLowerCase());
      places.push(match.index);
      continue;
    }
    for (const part of run.matchAll(IDEOGRAPH_OR_REST)) {
      words.push(part[0].toLowerCase());
      places.push(match.index + part.index);
    }
  }
  return { words, places };
};
