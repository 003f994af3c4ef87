import type { SearchReply, SearchRequest } from '../contract/search-api';
import { spendBudget } from '../excerpts/spend-budget';
import type { OpenSpaces } from '../fence/opt-in-shard';
import { createCallMeter } from './call-meter';
import { askStreams, climbLadder, MAX_CALLS, type Batch } from './climb-ladder';
import type { SearchContent, SpaceDirectory } from './confluence-ports';
import { openCursor, sealCursor, type CursorSeal } from './cursor';
import { explainSilence } from './explain-silence';
import { toNotes } from './notes';
import { parseQuery, type ParsedQuery } from './parse-query';
import { parseSearchPosition, searchBinding, type SearchPosition } from './search-position';
import { selectSpaces } from './select-spaces';
import { groupSpaces } from './space-groups';
import type { StageTimes } from './stage-times';
import { toSearchResult } from './to-search-result';

export type SearchPorts = {
  readonly searchContent: SearchContent;
  readonly directory: SpaceDirectory;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};

export type SearchInput = {
  readonly request: SearchRequest;
  /** The spaces that are open now. */
  readonly open: OpenSpaces;
  /** Base64 of 32 bytes. */
  readonly cursorSecret: string;
  readonly times: StageTimes;
};

export type SearchOutcome =
  | { readonly kind: 'found'; readonly reply: SearchReply }
  | { readonly kind: 'no-space-available' }
  | { readonly kind: 'no-word' }
  | { readonly kind: 'unusable-cursor' };

/** Candidates of a first page: two to three times the wanted pages, because the ranking that counts is local. */
const candidatesFor = (limit: number): number => Math.min(50, Math.max(25, Math.ceil(limit * 2.5)));

/** Where the next page begins: in the rest of this batch, else behind it. */
const nextPosition = (
  batch: Batch,
  position: SearchPosition,
  returned: readonly string[],
): SearchPosition | undefined => {
  const seen = [...position.seen, ...returned];
  if (batch.ranked.some(({ id }) => !seen.includes(id))) return { ...position, streams: batch.streams, seen };
  return batch.candidates.next.length === 0 ? undefined : { ...position, streams: batch.candidates.next, seen: [] };
};

/** Searches the open spaces. @throws {ConfluenceFailure} */
export const createSearch =
  ({ searchContent, directory, now, randomBytes }: SearchPorts) =>
  async ({ request, open, cursorSecret, times }: SearchInput): Promise<SearchOutcome> => {
    const query = parseQuery(request.query);
    if (query === undefined) return { kind: 'no-word' };
    const meter = createCallMeter();
    const selected = await times.measure('confluence', () => selectSpaces(open, request.spaces, { directory, meter }));
    if (selected.spaces.length === 0) return { kind: 'no-space-available' };

    const seal: CursorSeal = { secret: cursorSecret, binding: searchBinding(request, selected.spaces), nowMs: now() };
    const opened = request.cursor === undefined ? undefined : parseSearchPosition(openCursor(request.cursor, seal));
    if (request.cursor !== undefined && opened === undefined) return { kind: 'unusable-cursor' };

    const { groups, leftOut } = groupSpaces(selected.spaces);
    const limit = opened?.candidates ?? candidatesFor(request.limit);
    const input = { request, query, groups, limit };
    const ports = { searchContent, meter, times };
    const batch =
      opened === undefined ? await climbLadder(input, ports) : await askStreams(input, opened.streams, ports);
    const position: SearchPosition = opened ?? { streams: batch.streams, seen: [], candidates: limit };

    const page = batch.ranked.filter(({ id }) => !position.seen.includes(id)).slice(0, request.limit);
    const chosen = times.measureSync('extract', () => spendBudget(page, request));
    const hits = new Map(batch.candidates.hits.map((hit) => [hit.id, hit]));
    const results = page.flatMap((ranked, index) => {
      const hit = hits.get(ranked.id);
      const excerpts = chosen.pages[index];
      return hit === undefined || excerpts === undefined
        ? []
        : [
            toSearchResult({
              hit,
              ranked,
              chosen: excerpts,
              webBase: batch.candidates.webBase,
              outline: request.outline,
            }),
          ];
    });

    const silent = silentSpaces(
      request,
      selected.spaces.map(({ id }) => id),
      batch,
    );
    const silence = await times.measure('confluence', () =>
      explainSilence(opened === undefined ? silent : [], { directory, meter, callsLeft: MAX_CALLS - meter.calls() }),
    );
    if (selected.spaces.every(({ id }) => silence.unavailable.has(id))) return { kind: 'no-space-available' };

    const next = nextPosition(
      batch,
      position,
      page.map(({ id }) => id),
    );
    return {
      kind: 'found',
      reply: {
        requestId: request.requestId,
        operation: 'search',
        results,
        ...(next === undefined ? {} : { nextCursor: sealCursor(next, seal, randomBytes(12)) }),
        coverage: {
          spacesSearched: selected.spaces.length - leftOut,
          spacesOptedIn: open.size,
          confluenceCalls: meter.calls(),
          points: meter.points(),
          answeredBy: batch.answeredBy,
        },
        notes: toNotes({
          space_not_available: selected.someUnavailable || silence.unavailable.size > 0,
          space_blocked_by_policy: silence.blocked.size > 0,
          query_relaxed:
            results.length > 0 && (results.every(({ matched }) => matched === 'some') || isPhraseRelaxed(query, batch)),
          nothing_matched: results.length === 0,
          excerpts_cut: chosen.cut,
          page_without_text: page.some(({ document }) => document.blocks.length === 0),
          partial: leftOut > 0 || batch.candidates.isPartial || page.some(({ document }) => !document.complete),
        }),
      },
    };
  };

const isPhraseRelaxed = (query: ParsedQuery, batch: Batch): boolean =>
  query.phrase !== undefined && batch.answeredBy !== 'phrase';

/** Silent spaces that are worth two more calls although others answered. */
const FEW_SPACES = 10;

/**
 * Spaces worth asking about: all of them when there is no page at all; else named ones that gave nothing to an answer
 * that was complete. In an answer that has more, a space may only have been crowded out.
 */
const silentSpaces = (
  request: SearchRequest,
  spaceIds: readonly string[],
  { candidates }: Batch,
): readonly string[] => {
  if (candidates.hits.length === 0) return spaceIds;
  if (request.spaces === undefined || candidates.next.length > 0) return [];
  const heard = new Set(candidates.hits.map(({ spaceId }) => spaceId));
  const silent = spaceIds.filter((id) => !heard.has(id));
  return silent.length <= FEW_SPACES ? silent : [];
};
