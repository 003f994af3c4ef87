import type { SearchRequest } from '../contract/search-api';
import { admitContent, type Admitted } from '../fence/gate';
import type { OpenSpaces } from '../fence/opt-in-shard';
import type { Fence } from '../fence/why-held-back';
import type { CallMeter } from './call-meter';
import { ConfluenceFailure } from './confluence-failure';
import type { SearchContent, SpaceDirectory } from './confluence-ports';
import { keysOf, missingKeys, takenKeys } from './dead-keys';
import { isPageRefused } from './is-page-refused';
import { toMatch, type Rung } from './ladder';
import type { ContentHit, SearchAnswer } from './parse-search-answer';
import { passesFilters } from './passes-filters';
import { buildSearchCql } from './search-cql';
import type { OpenSpace } from './space-groups';
import type { UnseenWork } from './unseen-work';

/** One position in Confluence's answers: a rung, asked of one group of spaces. */
export type Stream = {
  readonly group: number;
  readonly rung: Rung;
  /** Keys of the group that have another owner by now: asking for them would tell of spaces that are not open. */
  readonly without?: readonly string[];
  readonly cursor?: string;
  /** Hits of the answer at that position that were gone through already. */
  readonly skip?: number;
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
  readonly unseen: UnseenWork;
};

export type CollectInput = {
  readonly request: SearchRequest;
  readonly fence: Fence;
  readonly groups: readonly (readonly OpenSpace[])[];
  readonly streams: readonly Stream[];
  /** Candidates a call. */
  readonly limit: number;
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

/** To the caller, an id of no content is a page that has nothing below it. */
const NOTHING_BELOW: SearchAnswer = { hits: [], resultCount: 0, webBase: '' };

/** The answer, or the keys without which the question should be asked again. */
const tryStream = async (
  input: CollectInput,
  { stream, open }: { readonly stream: Stream; readonly open: OpenSpaces },
  ports: CollectPorts,
): Promise<{ readonly answer?: SearchAnswer; readonly dead: readonly string[] }> => {
  const keys = keysOf(open);
  try {
    const answer = await askConfluence(input, { stream, keys }, ports);
    return { answer, dead: takenKeys(open, answer.hits) };
  } catch (error) {
    if (!(error instanceof ConfluenceFailure) || error.status !== 400) throw error;
    const { under } = input.request;
    // One hit costs no more points than the question itself, which were put by: the limits show nothing of it.
    const refused = await isPageRefused(under, (form) =>
      askConfluence(
        { ...input, request: { ...input.request, under: form.under }, limit: 1 },
        { stream: { group: stream.group, rung: stream.rung }, keys },
        ports,
      ),
    );
    if (refused) return { answer: NOTHING_BELOW, dead: [] };
    const dead = await missingKeys(open, ports.directory);
    if (dead.length === 0) throw error;
    return { dead };
  }
};

/** The open spaces that a stream is asked of. */
const spacesOf = ({ fence, groups }: CollectInput, { group, without = [] }: Stream): OpenSpaces => {
  const ids = new Set((groups[group] ?? []).flatMap(({ id, key }) => (without.includes(key) ? [] : [id])));
  return new Map([...fence.open].filter(([id]) => ids.has(id)));
};

/** How far a stream has been read. */
type Progress = {
  readonly admittedCount: number;
  readonly passingCount: number;
  /** The gate has held something back. */
  readonly isHeldBack: boolean;
};

/** Where to go on reading, and what was read before. */
type StreamStep = { readonly stream: Stream; readonly progress: Progress };

/** A part of a stream, behind the gate; its counts are those of all that was read so far. */
type Reading = Progress & {
  readonly hits: readonly Candidate[];
  readonly next: readonly Stream[];
  readonly webBase: string;
  readonly isPartial: boolean;
};

const NOTHING = { hits: [], next: [], webBase: '', isPartial: false };

/** A full answer as it would be without what the gate holds back, and pages enough for the reply. */
const isFull = ({ limit, request }: CollectInput, { admittedCount, passingCount }: Progress): boolean =>
  admittedCount >= limit && passingCount >= request.limit;

/** Confluence's own answers may be short of what it hides from the app: that alone is not worth a call. */
const isEnough = (input: CollectInput, progress: Progress): boolean =>
  isFull(input, progress) || (!progress.isHeldBack && progress.passingCount >= input.request.limit);

/** Goes through hits until the answer is full. */
const takeUntilFull = (input: CollectInput, hits: readonly Candidate[], before: Progress) => {
  const taken: Candidate[] = [];
  let after = before;
  for (const hit of hits) {
    if (isFull(input, after)) break;
    const passes = passesFilters(input.request, hit);
    if (passes) taken.push(hit);
    after = {
      ...after,
      admittedCount: after.admittedCount + 1,
      passingCount: after.passingCount + (passes ? 1 : 0),
    };
  }
  return { taken, after };
};

/** The same stream, at the beginning of a later answer. */
const toStreamBehind = ({ group, rung, without }: Stream, cursor: string): Stream => ({
  group,
  rung,
  ...(without === undefined ? {} : { without }),
  cursor,
});

/** Nothing but what is held back has come: a way to go on would tell that there is something. */
const isAllHeldBack = ({ isHeldBack, admittedCount }: Progress): boolean => isHeldBack && admittedCount === 0;

/** What follows, while there is not enough and a call is left; a failure leaves it for the next page. */
const readOn = async (input: CollectInput, step: StreamStep, ports: CollectPorts): Promise<Reading> => {
  const there = { ...NOTHING, ...step.progress, next: [step.stream] };
  if (isEnough(input, step.progress)) return there;
  if (!ports.unseen.takeCall()) return isAllHeldBack(step.progress) ? { ...NOTHING, ...step.progress } : there;
  try {
    return await readStream(input, step, ports);
  } catch (error) {
    if (error instanceof ConfluenceFailure) return there;
    throw error;
  }
};

const readStream = async (
  input: CollectInput,
  { stream, progress }: StreamStep,
  ports: CollectPorts,
): Promise<Reading> => {
  const open = spacesOf(input, stream);
  const { answer, dead } = await tryStream(input, { stream, open }, ports);
  // Asked again without them, and not counted: the reply must be the one that it would be without those spaces.
  if (dead.length > 0 && keysOf(open).some((key) => !dead.includes(key))) {
    const without = [...(stream.without ?? []), ...dead];
    return readStream(input, { stream: { ...stream, without }, progress }, ports);
  }
  if (dead.length > 0 || answer === undefined) return { ...NOTHING, ...progress, webBase: answer?.webBase ?? '' };
  // Every query asks for content only: results of which not one can be read are an answer of an unknown shape.
  if (answer.resultCount > 0 && answer.hits.length === 0) throw new ConfluenceFailure('unusable-answer');

  const { admitted, droppedCount } = admitContent({ ...input.fence, open }, answer.hits.slice(stream.skip ?? 0));
  ports.unseen.heldBack(droppedCount);
  const { taken, after } = takeUntilFull(input, admitted, {
    ...progress,
    isHeldBack: progress.isHeldBack || droppedCount > 0,
  });
  const [firstLeft] = admitted.slice(after.admittedCount - progress.admittedCount);
  const readRest = async (): Promise<Reading> => {
    if (firstLeft !== undefined) {
      return { ...NOTHING, ...after, next: [{ ...stream, skip: answer.hits.indexOf(firstLeft) }] };
    }
    if (answer.nextCursor === undefined) return { ...NOTHING, ...after };
    return readOn(input, { stream: toStreamBehind(stream, answer.nextCursor), progress: after }, ports);
  };
  const rest = await readRest();
  return {
    ...rest,
    hits: [...taken, ...rest.hits],
    webBase: answer.webBase,
    isPartial: answer.hits.length < answer.resultCount || rest.isPartial,
  };
};

/**
 * One answer as it would be without what the gate holds back: in its place the stream is read on, and all of that counts
 * as one call. What has more was full.
 */
const askStream = async (input: CollectInput, stream: Stream, ports: CollectPorts): Promise<Reading> => {
  const progress = { admittedCount: 0, passingCount: 0, isHeldBack: false };
  const reading = await readStream(input, { stream, progress }, ports);
  const { admittedCount, next } = reading;
  ports.meter.spent(1 + (next.length === 0 ? admittedCount : Math.max(admittedCount, input.limit)));
  return reading;
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
