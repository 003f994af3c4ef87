import type { AnsweringQuery } from '../contract/search-api';
import { tokenize } from '../excerpts/tokenize';
import { anyOf, textHasPhrase, textHasWords, type CqlText } from './cql-text';
import type { ParsedQuery } from './parse-query';

/** One query of the ladder. */
export type Rung = { readonly name: AnsweringQuery; readonly words: readonly string[] };

/**
 * The first query: the phrase where the query is nothing but a phrase, else one disjunction of the words.
 * A page with all words of a question is rare, so asking for all of them first would cost a second call nearly always.
 */
export const firstRung = (query: ParsedQuery): Rung =>
  query.phrase === undefined ? { name: 'any-word', words: query.words } : { name: 'phrase', words: query.phrase };

/** What a page set says about how well a rung answered. */
export type Evidence = {
  /** Of each admitted page: the words of the query that it has, lower-cased. */
  readonly wordsByPage: readonly ReadonlySet<string>[];
  /** Confluence has more pages than it gave. */
  readonly hasMore: boolean;
};

/**
 * The next query when an answer is poor, else `undefined`:
 * no page has the phrase → its words; a full answer of pages with one common word each → the words that none has.
 */
export const nextRung = (query: ParsedQuery, asked: Rung, { wordsByPage, hasMore }: Evidence): Rung | undefined => {
  if (asked.name === 'phrase') {
    return wordsByPage.length === 0 ? { name: 'any-word', words: query.words } : undefined;
  }
  if (asked.name !== 'any-word' || !hasMore || query.terms.words.length < 2) return undefined;
  if (wordsByPage.some((words) => words.size > 1)) return undefined;
  const found = new Set(wordsByPage.flatMap((words) => [...words]));
  const missing = asked.words.filter((word) => !tokenize(word).every((token) => found.has(token)));
  return missing.length === 0 || missing.length === asked.words.length
    ? undefined
    : { name: 'rare-words', words: missing };
};

/** What the text must have for a rung. All words together come first: a page that has them is found by both clauses. */
export const toMatch = ({ name, words }: Rung): CqlText => {
  if (name === 'phrase') return textHasPhrase(words);
  const single = words.map((word) => textHasWords([word]));
  return anyOf(words.length > 1 ? [textHasWords(words), ...single] : single);
};
