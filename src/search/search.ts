import type { Note, SearchReply, SearchRequest } from '../contract/search-api';
import type { Fence } from '../fence/why-held-back';
import type { CallMeter } from './call-meter';
import { candidatesFor } from './candidate-count';
import { askStreams, climbLadder, MAX_CALLS, type Batch } from './climb-ladder';
import type { SearchContent, SpaceDirectory } from './confluence-ports';
import { openCursor, sealCursor, type CursorSeal } from './cursor';
import { explainSilence, type Silence } from './explain-silence';
import { toNotes } from './notes';
import { parseQuery, type ParsedQuery } from './parse-query';
import { parseSearchPosition, searchBinding, type SearchPosition } from './search-position';
import { selectSpaces } from './select-spaces';
import { silentSpaces } from './silent-spaces';
import { groupSpaces, type SpaceGroups } from './space-groups';
import type { StageTimes } from './stage-times';
import { takePage, type TakenPage } from './take-page';
import { createUnseenWork } from './unseen-work';

export type SearchPorts = {
  readonly searchContent: SearchContent;
  readonly directory: SpaceDirectory;
  readonly now: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
};

export type SearchInput = {
  readonly request: SearchRequest;
  /** What is open now. */
  readonly fence: Fence;
  /** Base64 of 32 bytes. */
  readonly cursorSecret: string;
  readonly meter: CallMeter;
  readonly times: StageTimes;
};

/** `heldBack` is how much the gate held back: for the audit, never for the caller. */
export type SearchOutcome =
  | { readonly kind: 'found'; readonly reply: SearchReply; readonly heldBack: number }
  | { readonly kind: 'no-space-available'; readonly heldBack: number }
  | { readonly kind: 'no-word' }
  | { readonly kind: 'unusable-cursor' };

/** What the notes are made from. */
type Findings = {
  readonly query: ParsedQuery;
  readonly batch: Batch;
  readonly page: TakenPage;
  readonly silence: Silence;
  readonly someUnavailable: boolean;
  readonly leftOut: number;
  /** The reply is not the continuation of another one. */
  readonly isFirst: boolean;
};

/**
 * Judged on all candidates of a first page: a page of results behind the best ones says nothing. Of a phrase alone,
 * Confluence knows better which pages have it: it compares stems.
 */
const isRelaxed = ({ query, batch, page, isFirst }: Findings): boolean =>
  isFirst &&
  page.results.length > 0 &&
  (query.phrase === undefined ? !batch.ranked.some(({ hasAll }) => hasAll) : batch.answeredBy !== 'phrase');

/** Headings alone are nothing to quote; of a body that Confluence did not give, nobody knows what it has. */
const hasNoText = ({ batch, page }: Findings): boolean =>
  page.ranked.some(
    ({ id, document }) => document.blocks.every(({ kind }) => kind === 'heading') && !isWithoutBody(batch, id),
  );

const isWithoutBody = ({ candidates }: Batch, id: string): boolean =>
  candidates.hits.some((hit) => hit.id === id && hit.storage === undefined);

const searchedSpaces = (groups: SpaceGroups['groups'], { candidates }: Batch): number =>
  groups.reduce((sum, group, index) => sum + (candidates.failedGroups.includes(index) ? 0 : group.length), 0);

const notesOf = (found: Findings): readonly Note[] =>
  toNotes({
    space_not_available: found.someUnavailable || found.silence.unavailable.size > 0,
    space_blocked_by_policy: found.silence.blocked.size > 0,
    query_relaxed: isRelaxed(found),
    nothing_matched: found.isFirst && found.page.results.length === 0 && found.page.next === undefined,
    excerpts_cut: found.page.isCut,
    page_without_text: hasNoText(found),
    partial:
      found.leftOut > 0 ||
      found.batch.candidates.isPartial ||
      found.silence.isUnknown ||
      found.page.ranked.some(({ id, document }) => !document.complete || isWithoutBody(found.batch, id)),
  });

/**
 * Searches the open spaces: one Confluence call in the ordinary case.
 *
 * @throws {ConfluenceFailure}
 */
export const createSearch =
  ({ searchContent, directory, now, randomBytes }: SearchPorts) =>
  async ({ request, fence, cursorSecret, meter, times }: SearchInput): Promise<SearchOutcome> => {
    const query = parseQuery(request.query);
    if (query === undefined) return { kind: 'no-word' };
    const { spaces, someUnavailable } = await times.measure('confluence', () =>
      selectSpaces(fence.open, request.spaces, { directory, meter }),
    );
    if (spaces.length === 0) return { kind: 'no-space-available', heldBack: 0 };

    const seal: CursorSeal = { secret: cursorSecret, binding: searchBinding(request, spaces), nowMs: now() };
    const opened = request.cursor === undefined ? undefined : parseSearchPosition(openCursor(request.cursor, seal));
    if (request.cursor !== undefined && opened === undefined) return { kind: 'unusable-cursor' };

    const { groups, leftOut } = groupSpaces(spaces);
    const limit = opened?.candidates ?? candidatesFor(request.limit);
    const unseen = createUnseenWork(MAX_CALLS - 1);
    const input = { request, fence, query, groups, limit };
    // Whether a further call may be made is a matter of all that were made; what is told of is not.
    const allCalls: CallMeter = { ...meter, calls: () => meter.calls() + unseen.calls() };
    const ports = { searchContent, directory, meter: allCalls, times, unseen };
    const batch =
      opened === undefined ? await climbLadder(input, ports) : await askStreams(input, opened.streams, ports);
    const position: SearchPosition = opened ?? { streams: batch.streams, seen: [], candidates: limit };
    const page = times.measureSync('extract', () => takePage(batch, position, request));

    const spaceIds = spaces.map(({ id }) => id);
    const silent = opened === undefined ? silentSpaces(request, spaceIds, batch) : [];
    const silence = await times.measure('confluence', () =>
      explainSilence(silent, { directory, meter, callsLeft: MAX_CALLS - meter.calls() }),
    );
    const heldBack = unseen.heldBackCount();
    if (spaceIds.every((id) => silence.unavailable.has(id))) return { kind: 'no-space-available', heldBack };

    return {
      kind: 'found',
      heldBack,
      reply: {
        requestId: request.requestId,
        operation: 'search',
        results: page.results,
        ...(page.next === undefined ? {} : { nextCursor: sealCursor(page.next, seal, randomBytes(12)) }),
        coverage: {
          spacesSearched: searchedSpaces(groups, batch),
          spacesOptedIn: fence.open.size,
          confluenceCalls: meter.calls(),
          points: meter.points(),
          answeredBy: batch.answeredBy,
        },
        notes: notesOf({ query, batch, page, silence, someUnavailable, leftOut, isFirst: opened === undefined }),
      },
    };
  };
