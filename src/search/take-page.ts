import type { SearchRequest, SearchResult } from '../contract/search-api';
import type { RankedPage } from '../excerpts/rank-pages';
import { spendBudget } from '../excerpts/spend-budget';
import type { Batch } from './climb-ladder';
import type { SearchPosition } from './search-position';
import { MAX_OUTLINE, toSearchResult } from './to-search-result';

/** One page of results out of a batch. */
export type TakenPage = {
  readonly results: readonly SearchResult[];
  /** The same pages as they were ranked. */
  readonly ranked: readonly RankedPage[];
  /** Something that matched was left out for the budget. */
  readonly isCut: boolean;
  /** Where the next page begins; absent when there is none. */
  readonly next?: SearchPosition;
};

/** The next page begins in the rest of this batch, else behind it. */
const nextPosition = (
  batch: Batch,
  position: SearchPosition,
  returned: readonly RankedPage[],
): SearchPosition | undefined => {
  const seen = [...position.seen, ...returned.map(({ id }) => id)];
  if (batch.ranked.some(({ id }) => !seen.includes(id))) return { ...position, streams: batch.streams, seen };
  if (batch.candidates.next.length === 0) return undefined;
  // Two rungs may give the same page in different batches; one rung never does.
  const isOneRung = new Set(batch.streams.map(({ rung }) => rung.name)).size === 1;
  return { ...position, streams: batch.candidates.next, seen: isOneRung ? [] : seen };
};

/** Takes the best pages that were not returned yet, and spends the budget of characters on them. */
export const takePage = (batch: Batch, position: SearchPosition, request: SearchRequest): TakenPage => {
  const ranked = batch.ranked.filter(({ id }) => !position.seen.includes(id)).slice(0, request.limit);
  const { pages, cut } = spendBudget(ranked, request);
  const hits = new Map(batch.candidates.hits.map((hit) => [hit.id, hit]));
  const results = ranked.flatMap((page, index) => {
    const [hit, chosen] = [hits.get(page.id), pages[index]];
    if (hit === undefined || chosen === undefined) return [];
    return [toSearchResult({ hit, ranked: page, chosen, webBase: batch.candidates.webBase, outline: request.outline })];
  });
  const next = nextPosition(batch, position, ranked);
  const isOutlineCut = request.outline && ranked.some(({ document }) => document.outline.length > MAX_OUTLINE);
  return { results, ranked, isCut: cut || isOutlineCut, ...(next === undefined ? {} : { next }) };
};
