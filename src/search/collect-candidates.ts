import type { SearchRequest } from '../contract/search-api';
import { awaitAll } from '../fence/await-all';
import { admitContent, type Admitted } from '../fence/gate';
import type { OpenSpaces } from '../fence/opt-in-shard';
import type { CallMeter } from './call-meter';
import { ConfluenceFailure } from './confluence-failure';
import type { SearchContent, SpaceDirectory } from './confluence-ports';
import { toMatch, type Rung } from './ladder';
import type { ContentHit, SearchAnswer } from './parse-search-answer';
import { buildSearchCql } from './search-cql';
import type { OpenSpace } from './space-groups';

/** One position in Confluence's answers: a rung, asked of one group of spaces. */
export type Stream = {
  readonly group: number;
  readonly rung: Rung;
  /** Keys of the group that have another owner by now: asking for them would tell of spaces that are not open. */
  readonly without?: readonly string[];
  readonly cursor?: string;
};

export type Candidate = Admitted<ContentHit>;

export type Candidates = {
  /** Admitted, filtered, each page once, in Confluence's order. */
  readonly hits: readonly Candidate[];
  /** Where each stream that has more goes on. */
  readonly next: readonly Stream[];
  /** Some stream failed, or a hit could not be read: what is here is right, more may exist. */
  readonly isPartial: boolean;
  /** Groups of spaces that gave no answer. */
  readonly failedGroups: readonly number[];
  readonly webBase: string;
};

export type CollectPorts = {
  readonly searchContent: SearchContent;
  readonly directory: Pick<SpaceDirectory, 'findById'>;
  readonly meter: CallMeter;
};

/** Ids in one call at most. */
const MAX_IDS = 250;

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
    (labels.any.length === 0 || labels.any.some((label) => hit.labels?.includes(label))) &&
    // A page whose labels were not told could have one of them.
    (labels.none.length === 0 || (hit.labels?.every((label) => !labels.none.includes(label)) ?? false)) &&
    updatedAt >= updatedAfter &&
    updatedAt < updatedBefore
  );
};

/** One from each in turn, so that no group of spaces comes before another. */
const interleave = <T>(lists: readonly (readonly T[])[]): readonly T[] =>
  Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, row) =>
    lists.flatMap((list) => list.slice(row, row + 1)),
  ).flat();

const askConfluence = (
  { request, limit }: CollectInput,
  { stream, keys }: { readonly stream: Stream; readonly keys: readonly string[] },
  { searchContent }: CollectPorts,
): Promise<SearchAnswer> =>
  searchContent({
    cql: buildSearchCql(keys, toMatch(stream.rung), {
      types: request.types,
      labels: request.labels.any,
      updatedAfter: request.updatedAfter,
      updatedBefore: request.updatedBefore,
      under: request.under,
    }),
    limit,
    ...(stream.cursor === undefined ? {} : { cursor: stream.cursor }),
  });

/** Keys under which Confluence gave another space than the open one: that one was purged, and its key has a new owner. */
const takenKeys = (open: OpenSpaces, hits: readonly ContentHit[]): readonly string[] => {
  const keys = new Set(open.values());
  return [
    ...new Set(
      hits.filter(({ spaceId, spaceKey }) => keys.has(spaceKey) && !open.has(spaceId)).map((hit) => hit.spaceKey),
    ),
  ];
};

/** Keys of open spaces that Confluence no longer knows: it may refuse a query that names one. */
const missingKeys = async (open: OpenSpaces, { directory }: CollectPorts): Promise<readonly string[]> => {
  const ids = [...open.keys()];
  const described = await awaitAll(
    Array.from({ length: Math.ceil(ids.length / MAX_IDS) }, (_, page) =>
      directory.findById(ids.slice(page * MAX_IDS, (page + 1) * MAX_IDS)),
    ),
  );
  const known = new Set(described.flat().map(({ id }) => id));
  return [...open].flatMap(([id, key]) => (known.has(id) ? [] : [key]));
};

/** The answer, or the keys without which the question should be asked again. */
const tryStream = async (
  input: CollectInput,
  { stream, open }: { readonly stream: Stream; readonly open: OpenSpaces },
  ports: CollectPorts,
): Promise<{ readonly answer?: SearchAnswer; readonly dead: readonly string[] }> => {
  try {
    const answer = await askConfluence(input, { stream, keys: [...new Set(open.values())] }, ports);
    return { answer, dead: takenKeys(open, answer.hits) };
  } catch (error) {
    if (!(error instanceof ConfluenceFailure) || error.status !== 400) throw error;
    const dead = await missingKeys(open, ports);
    if (dead.length === 0) throw error;
    return { dead };
  }
};

const askStream = async (input: CollectInput, stream: Stream, ports: CollectPorts) => {
  const spaces = (input.groups[stream.group] ?? []).filter(({ key }) => stream.without?.includes(key) !== true);
  const open: OpenSpaces = new Map(spaces.map(({ id, key }) => [id, key]));
  const { answer, dead } = await tryStream(input, { stream, open }, ports);
  // Asked again without them, and not counted: the reply must be the one that it would be without those spaces.
  if (dead.length > 0 && spaces.some(({ key }) => !dead.includes(key))) {
    return askStream(input, { ...stream, without: [...(stream.without ?? []), ...dead] }, ports);
  }
  if (dead.length > 0 || answer === undefined) {
    ports.meter.spent(1);
    return { hits: [], next: [], webBase: answer?.webBase ?? '', isPartial: false };
  }
  // Every query asks for content only: results of which not one can be read are an answer of an unknown shape.
  if (answer.resultCount > 0 && answer.hits.length === 0) throw new ConfluenceFailure('unusable-answer');
  const { admitted } = admitContent(open, answer.hits);
  // An answer that has more was full, whatever of it was dropped.
  ports.meter.spent(1 + (answer.nextCursor === undefined ? admitted.length : input.limit));
  return {
    hits: admitted.filter((hit) => passesFilters(input.request, hit)),
    next: answer.nextCursor === undefined ? [] : [{ ...stream, cursor: answer.nextCursor }],
    webBase: answer.webBase,
    isPartial: answer.hits.length < answer.resultCount,
  };
};

/**
 * Asks every stream, at once, and passes what comes back through the gate. Only the failure of all streams is a failure.
 *
 * @throws {ConfluenceFailure}
 */
export const collectCandidates = async (input: CollectInput, ports: CollectPorts): Promise<Candidates> => {
  const settled = await Promise.allSettled(input.streams.map((stream) => askStream(input, stream, ports)));
  const answers = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failures = settled.filter((result) => result.status === 'rejected').map(({ reason }): unknown => reason);
  failures.forEach(() => {
    ports.meter.spent(1);
  });
  const defects = failures.filter((reason) => !(reason instanceof ConfluenceFailure));
  if (defects.length > 0) throw defects[0];
  const [firstAnswer] = answers;
  if (firstAnswer === undefined) throw failures[0];
  const hits = interleave(answers.map((answer) => answer.hits));
  return {
    hits: [...new Map(hits.map((hit) => [hit.id, hit])).values()],
    next: answers.flatMap((answer) => answer.next),
    isPartial: failures.length > 0 || answers.some((answer) => answer.isPartial),
    failedGroups: input.streams.flatMap(({ group }, index) => (settled[index]?.status === 'rejected' ? [group] : [])),
    webBase: firstAnswer.webBase,
  };
};
