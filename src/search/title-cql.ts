import { allOf, anyOf, isOneOf, titleHasWords, type CqlText } from './cql-text';

/** Runs of letters and digits: a joined name counts as its parts, because a word that is not complete is not taken apart. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * Builds the query for pages by what somebody types of their title: all of the words, the last of which may be the
 * beginning of one.
 *
 * @param spaceKeys system keys; empty: any space
 * @returns `undefined` when there is not a single word
 */
export const buildTitleCql = (typed: string, spaceKeys: readonly string[]): CqlText | undefined => {
  const words = typed.match(WORD) ?? [];
  if (words.length === 0) return undefined;
  return allOf([
    ...(spaceKeys.length === 0 ? [] : [isOneOf('space', spaceKeys)]),
    isOneOf('type', ['page']),
    // A complete word may be indexed by its stem, which does not begin with it.
    anyOf([titleHasWords(words, 'complete'), titleHasWords(words, 'being-typed')]),
  ]);
};
