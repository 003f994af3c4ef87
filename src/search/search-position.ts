import * as v from 'valibot';
import { ANSWERING_QUERIES, type SearchRequest } from '../contract/search-api';
import type { Stream } from './collect-candidates';
import { MAX_SPACE_GROUPS, type OpenSpace } from './space-groups';

/** Where the next page of a search begins; travels in the cursor. */
export type SearchPosition = {
  readonly streams: readonly Stream[];
  /** Ids of this batch that were returned already. */
  readonly seen: readonly string[];
  /** Candidates a call, as on the first page: Confluence's cursors do not bear a change. */
  readonly candidates: number;
};

const position = v.object({
  streams: v.array(
    v.object({
      group: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_SPACE_GROUPS - 1)),
      rung: v.object({ name: v.picklist(ANSWERING_QUERIES), words: v.array(v.string()) }),
      without: v.exactOptional(v.array(v.string())),
      cursor: v.exactOptional(v.string()),
      skip: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
  ),
  seen: v.array(v.string()),
  candidates: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
});

/** Reads the state of an opened cursor. */
export const parseSearchPosition = (value: unknown): SearchPosition | undefined => {
  const result = v.safeParse(position, value);
  return result.success ? result.output : undefined;
};

/**
 * What must be the same on every page: the question, its filters, and the open spaces it is asked of. When a space is
 * opened or closed between two pages, the cursor ends with it.
 */
export const searchBinding = (request: SearchRequest, spaces: readonly OpenSpace[]): string =>
  JSON.stringify([
    'search',
    request.query,
    [...request.types].sort(),
    [...request.labels.any].sort(),
    [...request.labels.none].sort(),
    request.updatedAfter ?? null,
    request.updatedBefore ?? null,
    request.under ?? null,
    spaces.map(({ id }) => id).sort(),
  ]);
