import { visitWords, wordBetween } from '../tokenize';
import type { CompiledQuery } from './compiled-query';
import { findIdentifiers } from './find-identifiers';
import { foldWord } from './fold-word';
import type { Match, Term } from './match';
import { createSequenceTracker } from './sequence-tracker';

export type Matches = { readonly matches: readonly Match[]; readonly wordCount: number };

export type FindMatches = (text: string) => Matches;

const NOT_ASCII = /[^\0-\x7f]/;

type KnownWord = { readonly word: string; readonly term: Term | undefined };

/** Finds the query's words, phrases and identifiers in a text. */
export const createMatchFinder = (query: CompiledQuery): FindMatches => {
  const recognize = createRecognizer(query);
  const mayBegin = firstLetters([...query.words, ...query.sequenceWords]);
  const trackers = query.sequences.map(createSequenceTracker);
  let ordinal = 0;
  return (text) => {
    const matches: Match[] = [];
    // One number is left out between texts, so that no sequence goes from one into the next.
    const before = (ordinal += 1);
    const lowered = NOT_ASCII.test(text) ? undefined : text.toLowerCase();
    visitWords(text, (start, end) => {
      ordinal += 1;
      if (!mayBegin(text.charCodeAt(start))) return;
      const known = recognize(lowered === undefined ? wordBetween(text, start, end) : lowered.slice(start, end));
      if (known === undefined) return;
      if (known.term !== undefined) matches.push({ term: known.term, start, end });
      for (const [index, track] of trackers.entries()) {
        const from = track({ word: known.word, ordinal, start });
        if (from !== undefined) matches.push({ term: { kind: 'sequence', index }, start: from, end });
      }
    });
    const identifiers = findIdentifiers(text, query.identifiers);
    return { matches: identifiers.length === 0 ? matches : [...matches, ...identifiers], wordCount: ordinal - before };
  };
};

/** Knows each word of the query, also inflected otherwise. Remembers, since texts repeat their words. */
const createRecognizer = (query: CompiledQuery): ((word: string) => KnownWord | undefined) => {
  const seen = new Map<string, KnownWord | undefined>();
  const recognize = (word: string): KnownWord | undefined => {
    const exact = query.wordIndex.get(word);
    const index = exact ?? query.foldedIndex.get(foldWord(word));
    const term: Term | undefined =
      index === undefined ? undefined : { kind: 'word', index, exact: exact !== undefined };
    return term !== undefined || query.sequenceWords.has(word) ? { word, term } : undefined;
  };
  return (word) => {
    const known = seen.get(word);
    if (known !== undefined || seen.has(word)) return known;
    const found = recognize(word);
    seen.set(word, found);
    return found;
  };
};

/** A quick no for most words of a text: a stem keeps the first letter. Beyond ASCII it never says no. */
const firstLetters = (words: readonly string[]): ((code: number) => boolean) => {
  const possible = new Set(words.flatMap((word) => [word.charCodeAt(0), word.toUpperCase().charCodeAt(0)]));
  const flags = Array.from({ length: 0x80 }, (_, code) => possible.has(code));
  return (code) => flags[code] ?? true;
};
