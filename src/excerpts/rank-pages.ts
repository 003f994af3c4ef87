import type { Matched } from '../contract/search-api';
import type { PageDocument } from './page-document';
import { parseStorage } from './parse-storage';
import type { QueryTerms } from './query-terms';
import { compileQuery, type CompiledQuery } from './ranking/compiled-query';
import { createMatchFinder } from './ranking/find-matches';
import { hasAllAsked, judgeMatch, presentWords } from './ranking/judge-match';
import type { Match } from './ranking/match';
import { matchPage, type MatchedBlock } from './ranking/matched-page';
import { scorePages, type ScoredPage } from './ranking/score-pages';
import { weighTerms } from './ranking/term-weights';

/** A page that Confluence found, with its body in storage format. */
export type CandidatePage = { readonly id: string; readonly title: string; readonly storage: string };

/** A block that has something of what was asked, or stands under a heading or in a panel whose title has. */
export type Passage = {
  /** Place of the block in the document. */
  readonly block: number;
  readonly score: number;
  /** Where in the block's text. */
  readonly matches: readonly Match[];
  /** How far the headings above, and the titles of panels around, have each of the query's words: 0 to 1. */
  readonly countsAbove: readonly number[];
};

export type RankedPage = {
  readonly id: string;
  readonly score: number;
  readonly matched: Matched;
  /** The page has every word of the query and every quoted phrase, which `phrase` alone does not say. */
  readonly hasAll: boolean;
  /** The query's words that the page has, inflected ones included. */
  readonly wordsPresent: ReadonlySet<string>;
  readonly document: PageDocument;
  /** Best first; none when only the title matched. */
  readonly passages: readonly Passage[];
  /** How telling each of the query's words is, by its place among the distinct words. */
  readonly termWeights: readonly number[];
};

/**
 * Puts candidate pages in the order in which they answer the query. Pages that answer it equally well stay in
 * Confluence's order, in which they must be given.
 */
export const rankPages = (candidates: readonly CandidatePage[], terms: QueryTerms): readonly RankedPage[] => {
  const query = compileQuery(terms);
  const find = createMatchFinder(query);
  const pages = candidates.map(({ id, title, storage }) =>
    matchPage({ id, title, document: parseStorage(storage) }, query, find),
  );
  const termWeights = weighTerms(pages, query.words.length);
  return [...scorePages(pages, termWeights)]
    .sort((a, b) => b.score - a.score)
    .map((scored) => toRankedPage(scored, query, termWeights));
};

const toRankedPage = (
  { page, score, blockScores }: ScoredPage,
  query: CompiledQuery,
  termWeights: readonly number[],
): RankedPage => {
  const { words } = query;
  const present = presentWords(page, words.length);
  return {
    id: page.id,
    score,
    matched: judgeMatch(page, present, words.length),
    hasAll: hasAllAsked(page, present, query),
    wordsPresent: new Set(words.filter((_, index) => present.has(index))),
    document: page.document,
    passages: page.blocks
      .flatMap((matched, block) => (isPassage(matched) ? [toPassage(matched, block, blockScores[block] ?? 0)] : []))
      .sort((a, b) => b.score - a.score),
    termWeights,
  };
};

const isPassage = ({ block, text, isUnderFind }: MatchedBlock): boolean =>
  block.kind !== 'heading' && (text.matches.length > 0 || isUnderFind);

const toPassage = ({ text, countsAbove }: MatchedBlock, block: number, score: number): Passage => ({
  block,
  score,
  matches: text.matches,
  countsAbove,
});
