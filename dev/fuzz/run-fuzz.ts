import type { WebTriggerHttpResponse } from '../platform/web-trigger-request';
import { catchUnhandled } from './catch-unhandled';
import { checkLogLine } from './check-log-line';
import { checkReply, wholeReply } from './check-reply';
import { describeSent } from './describe-sent';
import { listedSpaceIds, OPEN_SPACES, readableSpaceIds, SWITCHED_SPACE } from './fuzz-content';
import type { ServedAsk } from './fuzz-moment';
import type { FuzzReport, Violation } from './fuzz-report';
import type { FuzzSite } from './fuzz-site';
import { noteServed } from './note-served';
import { writeScene } from './scene';
import { createTally } from './tally';
import { writeFuzzRequest } from './write-fuzz-request';

export type FuzzPlan = {
  readonly seed: number;
  readonly requests: number;
  /** Called after each request. */
  readonly onSent?: () => void;
};

/** Requests for which the site stays as it is set. */
const PART = 500;
/** How often a run looks at memory. */
const HEAP_SAMPLES = 40;
/** More tell nothing new. */
const MAX_VIOLATIONS = 20;

/** What a caller sees of a reply's kind: status and code. */
const nameOf = ({ status, body }: WebTriggerHttpResponse): string =>
  status === 200 ? '200' : `${status} ${/"code":"([a-z_]+)"/.exec(body)?.[1] ?? 'without a code'}`;

/**
 * Sends generated requests one after the other to the bundled app on the stand-in for Forge: web trigger, storage and
 * Confluence are the ones of the local site. Nothing goes around the app's own code. What each reply, log line and
 * rejection must be is checked at once; memory is judged by `judgeFuzz`.
 */
export const runFuzz = async (
  { site, send, set }: FuzzSite,
  { seed, requests, onSent = () => undefined }: FuzzPlan,
): Promise<FuzzReport> => {
  const { platform, clock, secret } = site;
  const startedAt = performance.now();
  const unhandled = catchUnhandled();
  const replies = createTally();
  const kinds = createTally();
  const heap: number[] = [];
  const violations: Violation[] = [];
  let served: readonly ServedAsk[] = [];
  let unauthorized: string | undefined;
  let signed = 0;
  let reachedConfluence = 0;
  let index = 0;
  const spaces = { always: OPEN_SPACES, switched: SWITCHED_SPACE };
  let scene = writeScene(seed, 0, spaces);
  try {
    for (; index < requests && violations.length < MAX_VIOLATIONS; index += 1) {
      if (index % PART === 0) {
        scene = writeScene(seed, index / PART, spaces);
        await set(scene);
        platform.clearLogs();
      }
      clock.advance(scene.stepMs);
      platform.clearCalls();
      const { paused, limits, caps } = scene;
      const nowMs = clock.now();
      const limited = limits.requestsPerMinute > 0 || limits.pointsPerHour > 0;
      const request = writeFuzzRequest(seed, index, { secret, nowMs, served, paused, limited });
      const answer = await send(request.delivery);
      const found = [
        ...checkReply(answer, {
          request,
          secret,
          readableSpaceIds: readableSpaceIds(scene.open),
          listedSpaceIds: listedSpaceIds(scene.open),
          caps,
          ...(unauthorized === undefined ? {} : { unauthorized }),
        }),
        ...platform.logs().flatMap(({ text }) => checkLogLine(text)),
        ...unhandled.take(),
        ...platform.unmodelled().map((what) => `the stand-in was asked for what it does not model: ${what}`),
      ];
      const { kind, delivery } = request;
      violations.push(...found.map((what) => ({ seed, index, kind, what, sent: describeSent(delivery) })));
      if (answer.status === 401) unauthorized ??= wholeReply(answer);
      if (request.isSigned) signed += 1;
      if (platform.calls().some(({ to }) => to === 'confluence')) reachedConfluence += 1;
      served = noteServed(served, { ask: request.ask, answer, atMs: nowMs });
      replies.add(nameOf(answer));
      kinds.add(kind);
      platform.clearLogs();
      if (index % Math.ceil(requests / HEAP_SAMPLES) === 0) heap.push(await platform.heapBytes());
      onSent();
    }
  } finally {
    unhandled.stop();
  }
  return {
    seed,
    requests: index,
    seconds: (performance.now() - startedAt) / 1000,
    signed,
    reachedConfluence,
    replies: replies.counts(),
    kinds: kinds.counts(),
    heap,
    violations,
  };
};
