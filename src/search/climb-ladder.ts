import type { AnsweringQuery } from '../contract/search-api';
import { rankPages, type RankedPage } from '../excerpts/rank-pages';
import {
  collectCandidates,
  type Candidate,
  type Candidates,
  type CollectInput,
  type CollectPorts,
  type Stream,
} from './collect-candidates';
import { ConfluenceFailure } from './confluence-failure';
import { firstRung, nextRung, type Rung } from './ladder';
import type { ParsedQuery } from './parse-query';
import type { StageTimes } from './stage-times';

/** Confluence calls of one search at most; a query over very many spaces needs one more for its groups. */
export const MAX_CALLS = 3;

/** Pages to choose the results from, and where they came from. */
export type Batch = {
  readonly candidates: Candidates;
  /** Best first. */
  readonly ranked: readonly RankedPage[];
  /** What was asked, to be asked again for the rest of this batch. */
  readonly streams: readonly Stream[];
  readonly answeredBy: AnsweringQuery;
};

export type LadderInput = Omit<CollectInput, 'streams'> & { readonly query: ParsedQuery };
export type LadderPorts = CollectPorts & { readonly times: StageTimes };

const NO_BODY = '';

const rank = (hits: readonly Candidate[], query: ParsedQuery, times: StageTimes): readonly RankedPage[] =>
  times.measureSync('extract', () =>
    rankPages(
      hits.map(({ id, title, storage }) => ({ id, title, storage: storage ?? NO_BODY })),
      query.terms,
    ),
  );

/** Asks the streams and ranks what comes back. @throws {ConfluenceFailure} */
export const askStreams = async (
  input: LadderInput,
  streams: readonly Stream[],
  ports: LadderPorts,
): Promise<Batch> => {
  const candidates = await ports.times.measure('confluence', () => collectCandidates({ ...input, streams }, ports));
  return {
    candidates,
    ranked: rank(candidates.hits, input.query, ports.times),
    streams,
    answeredBy: streams.at(-1)?.rung.name ?? 'any-word',
  };
};

const toStreams = (rung: Rung, groupCount: number): readonly Stream[] =>
  Array.from({ length: groupCount }, (_, group) => ({ group, rung }));

/** Both answers as one; the later one names the query that answered if it found anything. */
const merge = (first: Batch, second: Batch, { query, times }: { query: ParsedQuery; times: StageTimes }): Batch => {
  if (second.candidates.hits.length === 0) return first;
  const hits = new Map([...first.candidates.hits, ...second.candidates.hits].map((hit) => [hit.id, hit]));
  const candidates: Candidates = {
    hits: [...hits.values()],
    next: [...first.candidates.next, ...second.candidates.next],
    isPartial: first.candidates.isPartial || second.candidates.isPartial,
    failedGroups: first.candidates.failedGroups,
    webBase: first.candidates.webBase,
  };
  return {
    candidates,
    ranked: rank(candidates.hits, query, times),
    streams: [...first.streams, ...second.streams],
    answeredBy: second.answeredBy,
  };
};

/**
 * Asks the first query, and the further ones of the ladder only while the answer is poor and calls are left.
 * A failure of a further query leaves what was found, marked as partial.
 *
 * @throws {ConfluenceFailure} when the first query fails
 */
export const climbLadder = async (input: LadderInput, ports: LadderPorts): Promise<Batch> => {
  let rung = firstRung(input.query);
  let batch = await askStreams(input, toStreams(rung, input.groups.length), ports);
  while (ports.meter.calls() + input.groups.length <= MAX_CALLS) {
    const next = nextRung(input.query, rung, {
      wordsByPage: batch.ranked.map(({ wordsPresent }) => wordsPresent),
      hasMore: batch.candidates.next.length > 0,
    });
    if (next === undefined) break;
    try {
      batch = merge(batch, await askStreams(input, toStreams(next, input.groups.length), ports), {
        query: input.query,
        times: ports.times,
      });
    } catch (error) {
      if (!(error instanceof ConfluenceFailure)) throw error;
      return { ...batch, candidates: { ...batch.candidates, isPartial: true } };
    }
    rung = next;
  }
  return batch;
};
