import type { QueryTerms } from '../query-terms';
import { tokenize } from '../tokenize';
import { foldWord } from './fold-word';

/** The query in the form in which text is looked through for it. */
export type CompiledQuery = {
  /** Each word once. */
  readonly words: readonly string[];
  /** A zero for each word. */
  readonly noCounts: readonly number[];
  readonly wordIndex: ReadonlyMap<string, number>;
  /** Words by their stem, for texts that inflect them otherwise. */
  readonly foldedIndex: ReadonlyMap<string, number>;
  /** Quoted phrases, and the whole query when it has several words. */
  readonly sequences: readonly (readonly string[])[];
  /** So many of the sequences, the first ones, are quoted phrases. */
  readonly quotedCount: number;
  /** Every word of a sequence; a quoted phrase has stop words, which are no words of the query. */
  readonly sequenceWords: ReadonlySet<string>;
  /** Lower-cased. */
  readonly identifiers: readonly string[];
};

/** Takes words and phrases from any source: what `tokenize` would part is parted here. */
export const compileQuery = ({ words, phrases, identifiers }: QueryTerms): CompiledQuery => {
  const inOrder = words.flatMap(tokenize);
  const distinct = [...new Set(inOrder)];
  const quoted = phrases.map((phrase) => phrase.flatMap(tokenize)).filter(({ length }) => length > 0);
  const sequences = inOrder.length > 1 ? [...quoted, inOrder] : quoted;
  return {
    words: distinct,
    noCounts: distinct.map(() => 0),
    wordIndex: new Map(distinct.map((word, index) => [word, index])),
    foldedIndex: new Map(distinct.map((word, index) => [foldWord(word), index])),
    sequences,
    quotedCount: quoted.length,
    sequenceWords: new Set(sequences.flat()),
    identifiers: [...new Set(identifiers.map((identifier) => identifier.toLowerCase()))].filter((each) => each !== ''),
  };
};
