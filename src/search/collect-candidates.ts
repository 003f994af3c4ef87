import type { SearchRequest } from '../contract/search-api';
import { admitContent, type Admitted } from '../fence/gate';
import type { OpenSpaces } from '../fence/opt-in-shard';
import type { CallMeter } from './call-meter';
import { ConfluenceFailure } from './confluence-failure';
import type { SearchContent } from './confluence-ports';
import { toMatch, type Rung } from './ladder';
import type { ContentHit } from './parse-search-answer';
import { buildSearchCql } from './search-cql';
import type { OpenSpace } from './space-groups';

/** One position in Confluence's answers: a rung, asked of one group of spaces. */
export type Stream = { readonly group: number; readonly rung: Rung; readonly cursor?: string };

export type Candidate = Admitted<ContentHit>;

export type Candidates = {
  /** Admitted, filtered, each page once, in Confluence's order. */
  readonly hits: readonly Candidate[];
  /** Where each stream that has more goes on. */
  readonly next: readonly Stream[];
  /** Some stream failed: what is here is right, more may exist. */
  readonly isPartial: boolean;
  readonly webBase: string;
};

export type CollectPorts = { readonly searchContent: SearchContent; readonly meter: CallMeter };

export type CollectInput = {
  readonly request: SearchRequest;
  readonly groups: readonly (readonly OpenSpace[])[];
  readonly streams: readonly Stream[];
  /** Candidates a call. */
  readonly limit: number;
};

/** The filters, held against what the content carries now; the index that answered may be older. */
const passesFilters = (request: SearchRequest, hit: ContentHit): boolean => {
  const { types, labels, updatedAfter = -Infinity, updatedBefore = Infinity } = request;
  const updatedAt = Date.parse(hit.updatedAt);
  return (
    types.includes(hit.type) &&
    (labels.any.length === 0 || labels.any.some((label) => hit.labels.includes(label))) &&
    !labels.none.some((label) => hit.labels.includes(label)) &&
    updatedAt >= updatedAfter &&
    updatedAt < updatedBefore
  );
};

/** One from each in turn, so that no group of spaces comes before another. */
const interleave = <T>(lists: readonly (readonly T[])[]): readonly T[] =>
  Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, row) =>
    lists.flatMap((list) => list.slice(row, row + 1)),
  ).flat();

const askStream = async (
  { request, groups, limit }: CollectInput,
  stream: Stream,
  { searchContent, meter }: CollectPorts,
) => {
  const spaces = groups[stream.group] ?? [];
  const open: OpenSpaces = new Map(spaces.map(({ id, key }) => [id, key]));
  const cql = buildSearchCql([...open.values()], toMatch(stream.rung), {
    types: request.types,
    labels: request.labels.any,
    updatedAfter: request.updatedAfter,
    updatedBefore: request.updatedBefore,
    under: request.under,
  });
  const answer = await searchContent({
    cql,
    limit,
    ...(stream.cursor === undefined ? {} : { cursor: stream.cursor }),
  });
  // Every query asks for content only: results of which not one can be read are an answer of an unknown shape.
  if (answer.resultCount > 0 && answer.hits.length === 0) throw new ConfluenceFailure('unusable-answer');
  const { admitted } = admitContent(open, answer.hits);
  meter.spent(1 + admitted.length);
  return {
    hits: admitted.filter((hit) => passesFilters(request, hit)),
    next: answer.nextCursor === undefined ? [] : [{ ...stream, cursor: answer.nextCursor }],
    webBase: answer.webBase,
  };
};

/**
 * Asks every stream, at once, and passes what comes back through the gate. Only the failure of all streams is a failure.
 *
 * @throws {ConfluenceFailure}
 */
export const collectCandidates = async (input: CollectInput, ports: CollectPorts): Promise<Candidates> => {
  const settled = await Promise.allSettled(input.streams.map((stream) => askStream(input, stream, ports)));
  const answers = settled.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
  const failures = settled.filter((result) => result.status === 'rejected').map(({ reason }): unknown => reason);
  const defects = failures.filter((reason) => !(reason instanceof ConfluenceFailure));
  if (defects.length > 0) throw defects[0];
  const [firstAnswer] = answers;
  if (firstAnswer === undefined) throw failures[0];
  const hits = interleave(answers.map((answer) => answer.hits));
  return {
    hits: [...new Map(hits.map((hit) => [hit.id, hit])).values()],
    next: answers.flatMap((answer) => answer.next),
    isPartial: failures.length > 0,
    webBase: firstAnswer.webBase,
  };
};
