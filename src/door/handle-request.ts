import { parseApiRequest } from '../contract/parse-api-request';
import type { ApiReply, ApiRequest } from '../contract/search-api';
import { StorageUnavailable } from '../fence/storage-unavailable';
import type { KeyRingStore } from '../keys/key-ring';
import { ConfluenceFailure } from '../search/confluence-failure';
import { createSpending, type Spending } from '../search/spending';
import { createStageTimes, type StageTimes } from '../search/stage-times';
import { admit, type Admission, type AdmitPorts } from './admit';
import { recordAftermath, type Aftermath, type AftermathPorts } from './aftermath';
import { authenticate, type AuthOutcome } from './authenticate';
import type { Problem } from './problem';
import { toProblemReply, toReply, type ReplyContext } from './replies';
import type { UnauthorizedCause } from './signed-request';
import type { TriggerReply, TriggerRequest } from './trigger-request';

/** What became of a request that was let in. */
export type Served = (
  { readonly kind: 'reply'; readonly reply: ApiReply } | { readonly kind: 'problem'; readonly problem: Problem }
) & {
  /** What the gate held back: for the audit, never for the caller. */
  readonly heldBack?: number;
};

/** What happens once a request is in. */
export type Serve = (served: {
  readonly request: ApiRequest;
  readonly admission: Admission;
  readonly spending: Spending;
  readonly times: StageTimes;
}) => Promise<Served>;

export type DoorPorts = AdmitPorts &
  AftermathPorts & {
    readonly keyRings: KeyRingStore;
    readonly serve: Serve;
    /** A failed authentication: one line of the log, which holds nothing of the request. */
    readonly reportUnauthorized: (cause: UnauthorizedCause) => void;
    /** A defect: recorded with its id and where it happened, without its message, which may quote content. */
    readonly reportDefect: (defect: { readonly requestId: string | undefined; readonly error: unknown }) => void;
  };

/**
 * The platform ends a web trigger after 55 seconds, and answers in place of the app. Half of that leaves room for storage
 * that is slow, and is as long as a caller waits.
 */
const MAX_REQUEST_MS = 25_000;

/** Failures of the world as problems; `undefined` for what is a defect of this app. */
const toProblem = (error: unknown): Problem | undefined => {
  if (error instanceof StorageUnavailable) return { code: 'confluence_unavailable' };
  if (!(error instanceof ConfluenceFailure)) return undefined;
  const retryAfter = error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter };
  switch (error.kind) {
    case 'rate-limited':
      return { code: 'rate_limited', ...retryAfter };
    case 'unavailable':
      return { code: 'confluence_unavailable', ...retryAfter };
    case 'unusable-answer':
      return { code: 'confluence_error' };
  }
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

type Decision = {
  readonly reply: TriggerReply;
  readonly aftermath: Aftermath;
};

type Authenticated = Extract<AuthOutcome, { readonly kind: 'authenticated' }>;

/** When a request came, and from when on Confluence is not asked any more. */
type Begun = { readonly nowMs: number; readonly deadlineMs: number; readonly times: StageTimes };

/** Decides what an authenticated request gets. @throws nothing */
const decide = async (
  request: TriggerRequest,
  { auth, nowMs, deadlineMs, times }: Begun & { readonly auth: Authenticated },
  ports: DoorPorts,
): Promise<Decision> => {
  let requestId: string | undefined;
  let context: Omit<ReplyContext, 'serverTiming'> = { key: auth.key, nowMs };
  let aftermath: Aftermath = { nowMs, keyId: auth.key.id, heldBack: 0, settle: () => Promise.resolve() };
  const refuse = (problem: Problem): Decision => ({
    reply: toProblemReply(requestId === undefined ? problem : { ...problem, requestId }, {
      ...context,
      serverTiming: times.toHeader(),
    }),
    aftermath: { ...aftermath, problem: problem.code },
  });
  try {
    const parsed = parseApiRequest(parseJson(request.body));
    if (parsed.kind === 'invalid') return refuse({ code: 'invalid_request', errors: parsed.errors });
    requestId = parsed.request.requestId;

    const admitted = await times.measure('registry', () => admit(parsed.request, { auth, nowMs, ports }));
    context = { ...context, limits: admitted.limits };
    if (admitted.kind === 'refused') return refuse(admitted.problem);

    const { account, admission } = admitted;
    const spending = createSpending({ ...account, now: ports.now, deadlineMs });
    aftermath = { ...aftermath, settle: () => account.settle(spending.unspent()) };
    const served = await ports.serve({ request: parsed.request, admission, spending, times });
    aftermath = { ...aftermath, heldBack: served.heldBack ?? 0 };
    if (served.kind === 'problem') return refuse(served.problem);
    return {
      reply: toReply(served.reply, { ...context, serverTiming: times.toHeader() }),
      aftermath: { ...aftermath, reply: served.reply },
    };
  } catch (error) {
    const known = toProblem(error);
    if (known === undefined) ports.reportDefect({ requestId, error });
    return refuse(known ?? { code: 'internal_error' });
  }
};

/**
 * The whole decision list of the web trigger: every request gets a reply, and the order of the checks is the one of
 * docs/http-api.md. Never throws. Whoever has less time left than a web trigger says by `deadlineMs` from when on
 * Confluence is not asked any more.
 */
export const createRequestHandler =
  (ports: DoorPorts) =>
  async (request: TriggerRequest, deadlineMs?: number): Promise<TriggerReply> => {
    const times = createStageTimes(ports.now);
    const nowMs = ports.now();
    try {
      const auth = await times.measure('auth', () => authenticate(request, { keyRings: ports.keyRings, nowMs }));
      if (auth.kind === 'refused') {
        const reply = toProblemReply({ code: auth.code });
        // For all causes alike, when the reply is decided: the time that it takes tells nothing.
        if (auth.cause !== undefined) ports.reportUnauthorized(auth.cause);
        return reply;
      }
      const begun = { nowMs, deadlineMs: deadlineMs ?? nowMs + MAX_REQUEST_MS, times };
      const { reply, aftermath } = await decide(request, { ...begun, auth }, ports);
      await recordAftermath(aftermath, ports).catch((error: unknown) => {
        ports.reportDefect({ requestId: undefined, error });
      });
      return reply;
    } catch (error) {
      const known = toProblem(error);
      if (known === undefined) ports.reportDefect({ requestId: undefined, error });
      return toProblemReply(known ?? { code: 'internal_error' });
    }
  };
