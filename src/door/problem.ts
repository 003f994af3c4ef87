import type { MemberError } from '../contract/parse-api-request';

type ProblemKind = { readonly status: number; readonly title: string; readonly detail: string };

/** The one table from codes to HTTP. Details are fixed sentences: nothing internal, nothing of what the caller sent. */
export const PROBLEMS = {
  invalid_request: { status: 400, title: 'Invalid request', detail: 'The request is not what this operation takes.' },
  unauthorized: { status: 401, title: 'Unauthorized', detail: 'The request could not be authenticated.' },
  access_paused: { status: 403, title: 'Access paused', detail: 'A Confluence administrator has paused this app.' },
  no_space_available: {
    status: 403,
    title: 'No space available',
    detail: 'None of the spaces asked for is open to this app.',
  },
  page_not_available: {
    status: 404,
    title: 'Page not available',
    detail: 'There is no such page that is open to this app.',
  },
  method_not_allowed: { status: 405, title: 'Method not allowed', detail: 'Every call is a POST.' },
  request_replayed: {
    status: 409,
    title: 'Request replayed',
    detail: 'This requestId was used before. Every attempt needs a new one.',
  },
  payload_too_large: { status: 413, title: 'Payload too large', detail: 'A request has at most 65536 bytes.' },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    detail: 'The content type must be application/json.',
  },
  rate_limited: { status: 429, title: 'Rate limited', detail: 'Too many requests. Retry after the time given.' },
  internal_error: { status: 500, title: 'Internal error', detail: 'The app failed. The failure has been recorded.' },
  confluence_error: {
    status: 502,
    title: 'Confluence error',
    detail: 'Confluence gave an answer that cannot be used.',
  },
  confluence_unavailable: {
    status: 503,
    title: 'Confluence unavailable',
    detail: 'Confluence or its storage cannot be reached by this app at the moment.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

export type Problem = {
  readonly code: ProblemCode;
  readonly requestId?: string;
  /** For `invalid_request`. */
  readonly errors?: readonly MemberError[];
  /** Seconds, for `rate_limited` and `confluence_unavailable`. */
  readonly retryAfter?: number;
};

/** Seconds after which a caller may come back when nobody said better. */
export const DEFAULT_RETRY_AFTER = 30;

/** The body of RFC 9457. */
export const toProblemBody = ({ code, requestId, errors }: Problem): string => {
  const { status, title, detail } = PROBLEMS[code];
  return JSON.stringify({
    type: `urn:promptless:problem:${code}`,
    title,
    status,
    code,
    detail,
    ...(requestId === undefined ? {} : { requestId }),
    ...(errors === undefined ? {} : { errors }),
  });
};
