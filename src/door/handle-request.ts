import { parseApiRequest } from '../contract/parse-api-request';
import type { ApiReply, ApiRequest } from '../contract/search-api';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { ConfluenceFailure } from '../search/confluence-failure';
import { createStageTimes, type StageTimes } from '../search/stage-times';
import { admit, type Admission, type AdmitPorts } from './admit';
import { authenticate } from './authenticate';
import type { KeyRingStore } from '../keys/key-ring';
import type { Problem } from './problem';
import { toProblemReply, toReply, type ReplyContext } from './replies';
import type { TriggerReply, TriggerRequest } from './trigger-request';

/** What happens once a request is in. */
export type Serve = (served: {
  readonly request: ApiRequest;
  readonly admission: Admission;
  readonly times: StageTimes;
}) => Promise<
  { readonly kind: 'reply'; readonly reply: ApiReply } | { readonly kind: 'problem'; readonly problem: Problem }
>;

export type DoorPorts = AdmitPorts & {
  readonly keyRings: KeyRingStore;
  readonly serve: Serve;
  /** A defect: recorded with its id and where it happened, without its message, which may quote content. */
  readonly reportDefect: (defect: { readonly requestId: string | undefined; readonly error: unknown }) => void;
};

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

/**
 * The whole decision list of the web trigger: every request gets a reply, and the order of the checks is the one of
 * docs/http-api.md. Never throws.
 */
export const createRequestHandler =
  (ports: DoorPorts) =>
  async (request: TriggerRequest): Promise<TriggerReply> => {
    const times = createStageTimes(ports.now);
    let requestId: string | undefined;
    let context: ReplyContext | undefined;
    const problem = (found: Problem): TriggerReply =>
      toProblemReply(
        requestId === undefined ? found : { ...found, requestId },
        context && { ...context, serverTiming: times.toHeader() },
      );
    try {
      const nowMs = ports.now();
      const auth = await times.measure('auth', () => authenticate(request, { keyRings: ports.keyRings, nowMs }));
      if (auth.kind === 'refused') return toProblemReply({ code: auth.code });
      context = { serverTiming: '', key: auth.key, nowMs };

      const parsed = parseApiRequest(parseJson(request.body));
      if (parsed.kind === 'invalid') return problem({ code: 'invalid_request', errors: parsed.errors });
      requestId = parsed.request.requestId;

      const admitted = await times.measure('registry', () => admit(parsed.request, { auth, nowMs, ports }));
      context = { ...context, limit: admitted.limit };
      if (admitted.kind === 'refused') return problem(admitted.problem);

      const serving = ports.serve({ request: parsed.request, admission: admitted.admission, times });
      // Both end before anything is answered: a request that is one too many gets nothing of what it found.
      await Promise.allSettled([serving, admitted.counted]);
      if (!(await admitted.counted)) return problem(admitted.overLimit);
      const served = await serving;
      if (served.kind === 'problem') return problem(served.problem);
      return toReply(served.reply, { ...context, serverTiming: times.toHeader() });
    } catch (error) {
      const known = toProblem(error);
      if (known === undefined) ports.reportDefect({ requestId, error });
      return problem(known ?? { code: 'internal_error' });
    }
  };
