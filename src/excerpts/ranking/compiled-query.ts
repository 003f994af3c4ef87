import type { QueryTerms } from '../query-terms';
import { foldWord } from './fold-word';

/** The query in the form in which text is looked through for it. */
export type CompiledQuery = {
  /** Each word once. */
  readonly words: readonly string[];
  readonly wordIndex: ReadonlyMap<string, number>;
  /** Words by their stem, for texts that inflect them otherwise. */
  readonly foldedIndex: ReadonlyMap<string, number>;
  /** Quoted phrases, and the whole query when it has several words. */
  readonly sequences: readonly Sequence[];
  readonly identifiers: readonly string[];
};

export type Sequence = { readonly words: readonly string[]; readonly quoted: boolean };

export const compileQuery = ({ words, phrases, identifiers }: QueryTerms): CompiledQuery => {
  const distinct = [...new Set(words)];
  const quoted = phrases.filter(({ length }) => length > 0).map((phrase) => ({ words: phrase, quoted: true }));
  const whole = words.length > 1 ? [{ words, quoted: false }] : [];
  return {
    words: distinct,
    wordIndex: new Map(distinct.map((word, index) => [word, index])),
    foldedIndex: new Map(distinct.map((word, index) => [foldWord(word), index])),
    sequences: [...quoted, ...whole],
    identifiers: [...new Set(identifiers.map((identifier) => identifier.toLowerCase()))].filter((each) => each !== ''),
  };
};
