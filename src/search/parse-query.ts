import type { QueryTerms } from '../excerpts/query-terms';
import { tokenize } from '../excerpts/tokenize';
import { UNSPACED_SCRIPT } from '../excerpts/unspaced-script';
import { isStopWord } from './stop-words';

/** What a caller's free text asks for. */
export type ParsedQuery = {
  /** For the ranking of pages and passages. */
  readonly terms: QueryTerms;
  /** Words for Confluence, each one a word of `cql-text`, distinct, heaviest first, at most {@link MAX_WORDS}. */
  readonly words: readonly string[];
  /** The words of the phrase when the query is one quoted phrase and nothing else. */
  readonly phrase?: readonly string[];
};

/** Words in one query to Confluence. More make it slower and longer, and change the answer little. */
const MAX_WORDS = 12;

/** Length of all words in a URL, and of one word in a text: longer ones name nothing, and the query must stay short. */
const MAX_ENCODED_WORDS = 1_200;
const MAX_WORD_LENGTH = 100;

/** Programs that people write in put other marks in place of the plain ones. */
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;
const WORD = /[\p{L}\p{M}\p{N}]+(?:[._\-/][\p{L}\p{M}\p{N}]+)*/gu;
/** A name rather than a word: joined, mixed with digits, or written in capitals inside. */
const IDENTIFIER = /[._\-/]|\p{L}\p{N}|\p{N}\p{L}|\p{Ll}\p{Lu}|^\p{Lu}{2,}/u;
/** A name with a sign at its end (`C#`, `C++`): the sign is no word for Confluence, but it is for the ranking. */
const SIGNED_NAME = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{N}]{0,15}(?:#|\+\+)(?![\p{L}\p{N}])/gu;

/** A run of a script without spaces would be one word that no page has. */
const wordsOf = (text: string): readonly string[] =>
  (text.match(WORD) ?? [])
    .flatMap((word) => (UNSPACED_SCRIPT.test(word) ? tokenize(word) : [word]))
    .filter(({ length }) => length <= MAX_WORD_LENGTH);

const encodedLength = (words: readonly string[]): number => encodeURIComponent(words.join('  ')).length;

/** As many of the words, from the first on, as a query can carry. */
const fitting = (words: readonly string[]): readonly string[] => {
  const count = words.findIndex((_, index) => encodedLength(words.slice(0, index + 1)) > MAX_ENCODED_WORDS);
  return count < 0 ? words : words.slice(0, count);
};

const distinct = (words: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return words.filter((word) => {
    const known = seen.has(word.toLowerCase());
    seen.add(word.toLowerCase());
    return !known;
  });
};

/** Names first, then longer words before shorter ones: a cheap stand-in for how rare a word is. */
const byWeight = (words: readonly string[]): readonly string[] => {
  const weight = (word: string): number => (IDENTIFIER.test(word) ? 100 : 0) + word.length;
  return [...words].sort((a, b) => weight(b) - weight(a));
};

/**
 * Reads a caller's free text as words. Nothing of it can become query syntax: signs are dropped, words are kept.
 * Stop words are left out unless there is nothing else.
 *
 * @returns `undefined` when there is not a single word
 */
export const parseQuery = (query: string): ParsedQuery | undefined => {
  const all = wordsOf(query);
  if (all.length === 0) return undefined;
  const telling = all.filter((word) => !isStopWord(word));
  const kept = distinct(telling.length === 0 ? all : telling);
  const phrases = [...query.matchAll(QUOTED)].map(([, inside]) => wordsOf(inside ?? '')).filter((p) => p.length > 1);
  const terms: QueryTerms = {
    words: distinct(kept.flatMap((word) => tokenize(word))),
    phrases: phrases.map((phrase) => phrase.flatMap((word) => tokenize(word))),
    identifiers: distinct([...kept.filter((word) => IDENTIFIER.test(word)), ...(query.match(SIGNED_NAME) ?? [])]),
  };
  const [onlyPhrase] = phrases;
  const isOnlyPhrase = onlyPhrase !== undefined && wordsOf(query.replace(QUOTED, ' ')).length === 0;
  return {
    terms,
    words: fitting(byWeight(kept).slice(0, MAX_WORDS)),
    ...(isOnlyPhrase && phrases.length === 1 && encodedLength(onlyPhrase) <= MAX_ENCODED_WORDS
      ? { phrase: onlyPhrase }
      : {}),
  };
};
