import { tokensOf } from '../tokenize';
import { foldWord } from './fold-word';
import type { CompiledQuery } from './compiled-query';

/** One place where a text has something that was asked for. */
export type Match = {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
};

export type Term =
  | { readonly kind: 'word'; readonly index: number; readonly exact: boolean }
  | { readonly kind: 'sequence'; readonly index: number }
  | { readonly kind: 'identifier'; readonly index: number };

export type Matches = { readonly matches: readonly Match[]; readonly wordCount: number };

export type FindMatches = (text: string) => Matches;

const NONE: Matches = { matches: [], wordCount: 0 };

/** Finds the query's words, phrases and identifiers in a text, in order of their beginnings within each kind. */
export const createMatchFinder = (query: CompiledQuery): FindMatches => {
  const foldedWords = new Map<string, number | undefined>();
  const variantOf = (word: string): number | undefined => {
    if (!foldedWords.has(word)) foldedWords.set(word, query.foldedIndex.get(foldWord(word)));
    return foldedWords.get(word);
  };
  return (text) => {
    if (text === '') return NONE;
    const matches: Match[] = [];
    const progress = query.sequences.map(({ words }) => createSequenceTracker(words));
    let wordCount = 0;
    for (const { word, start, end } of tokensOf(text)) {
      wordCount += 1;
      const exact = query.wordIndex.get(word);
      const index = exact ?? variantOf(word);
      if (index !== undefined) {
        matches.push({ term: { kind: 'word', index, exact: exact !== undefined }, start, end });
      }
      progress.forEach((track, sequence) => {
        const from = track(word, start);
        if (from !== undefined) matches.push({ term: { kind: 'sequence', index: sequence }, start: from, end });
      });
    }
    matches.push(...findIdentifiers(text, query.identifiers));
    return { matches, wordCount };
  };
};

/** Answers with the start of the sequence when its last word has come, Knuth-Morris-Pratt fashion. */
const createSequenceTracker = (words: readonly string[]): ((word: string, start: number) => number | undefined) => {
  const fallback = fallbacks(words);
  const starts: number[] = [];
  let matched = 0;
  return (word, start) => {
    starts.push(start);
    if (starts.length > words.length) starts.shift();
    while (matched > 0 && words[matched] !== word) matched = fallback[matched - 1] ?? 0;
    if (words[matched] === word) matched += 1;
    if (matched < words.length) return undefined;
    matched = fallback[matched - 1] ?? 0;
    return starts[0];
  };
};

const fallbacks = (words: readonly string[]): readonly number[] => {
  const table = [0];
  let matched = 0;
  for (const word of words.slice(1)) {
    while (matched > 0 && words[matched] !== word) matched = table[matched - 1] ?? 0;
    if (words[matched] === word) matched += 1;
    table.push(matched);
  }
  return table;
};

const findIdentifiers = (text: string, identifiers: readonly string[]): readonly Match[] => {
  if (identifiers.length === 0) return [];
  const lowered = text.toLowerCase();
  // A few letters change their length in lower case; then places are not comparable, and the parts still count as words.
  if (lowered.length !== text.length) return [];
  return identifiers.flatMap((identifier, index) => {
    const found: Match[] = [];
    for (let start = lowered.indexOf(identifier); start !== -1; start = lowered.indexOf(identifier, start + 1)) {
      const end = start + identifier.length;
      if (standsAlone(lowered, start, end)) found.push({ term: { kind: 'identifier', index }, start, end });
    }
    return found;
  });
};

const standsAlone = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(end));
