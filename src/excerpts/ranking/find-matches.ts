import { isAsciiWordPart, visitWords, wordBetween } from '../tokenize';
import type { CompiledQuery } from './compiled-query';
import { findIdentifiers } from './find-identifiers';
import { foldWord } from './fold-word';
import type { Match, Term } from './match';
import { createSequenceTracker } from './sequence-tracker';

export type FindMatches = (text: string) => readonly Match[];

const NOT_ASCII = /[^\0-\x7f]/;
const ASCII_WORD = /^[a-z0-9]+$/;
const WORD_PART = /[\p{L}\p{N}]/u;

type KnownWord = { readonly word: string; readonly term: Term | undefined };

/** Finds the query's words, phrases and identifiers in a text. */
export const createMatchFinder = (query: CompiledQuery): FindMatches => {
  const recognize = createRecognizer(query);
  const visitCandidates = createCandidateVisitor(query);
  const trackers = query.sequences.map(createSequenceTracker);
  let text = '';
  let matches: Match[] = [];
  let behind: number | undefined;
  const take = (word: string, start: number, end: number): void => {
    const known = recognize(word);
    if (known === undefined) return;
    if (known.term !== undefined) matches.push({ term: known.term, start, end });
    if (trackers.length === 0) return;
    const follows = behind !== undefined && !WORD_PART.test(text.slice(behind, start));
    behind = end;
    for (const [index, track] of trackers.entries()) {
      const from = track({ word: known.word, follows, start });
      if (from !== undefined) matches.push({ term: { kind: 'sequence', index }, start: from, end });
    }
  };
  return (next) => {
    text = next;
    matches = [];
    behind = undefined;
    const lowered = text.toLowerCase();
    visitCandidates(text, lowered, take);
    if (query.identifiers.length > 0) matches.push(...findIdentifiers(text, lowered, query.identifiers));
    return matches;
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

type VisitCandidates = (
  text: string,
  lowered: string,
  visit: (word: string, start: number, end: number) => void,
) => void;

/**
 * Visits, in order, at least the words of a text that the query has. Nearly all of a text is none of them: in ASCII a
 * regular expression passes over the rest some ten times as fast as the words can be looked at one by one. It looks for
 * stems, because a stem is how every word begins that has it. What stands before a stem is looked at afterwards: asked in
 * the expression, it would be asked at every character. What is found inside a word is taken with the rest of that word,
 * in which no other word begins.
 */
const createCandidateVisitor = ({ words, sequenceWords }: CompiledQuery): VisitCandidates => {
  const stems = [...new Set([...words.map(foldWord), ...sequenceWords])].filter((stem) => ASCII_WORD.test(stem));
  const candidate = stems.length === 0 ? undefined : new RegExp(`(?:${stems.join('|')})[a-z0-9]*`, 'g');
  return (text, lowered, visit) => {
    if (NOT_ASCII.test(text)) {
      visitWords(text, (start, end) => {
        visit(wordBetween(text, start, end), start, end);
      });
      return;
    }
    if (candidate === undefined) return;
    candidate.lastIndex = 0;
    for (let found = candidate.exec(lowered); found !== null; found = candidate.exec(lowered)) {
      if (!isAsciiWordPart(lowered.charCodeAt(found.index - 1))) visit(found[0], found.index, candidate.lastIndex);
    }
  };
};
