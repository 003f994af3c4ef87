import type { ApiReply } from '../contract/search-api';
import type { SigningKey } from '../keys/key-ring';
import { DEFAULT_RETRY_AFTER, PROBLEMS, toProblemBody, type Problem } from './problem';
import type { LimitState } from './request-limit';
import type { TriggerReply } from './trigger-request';

const EXPIRY_WARNING_MS = 30 * 86_400_000;

/** What is added to the reply of an authenticated request; as much of it as is known by then. */
export type ReplyContext = {
  readonly serverTiming: string;
  readonly key: SigningKey;
  readonly nowMs: number;
  readonly limit?: LimitState | undefined;
};

const toHeaders = ({ serverTiming, key, nowMs, limit }: ReplyContext): Readonly<Record<string, string>> => ({
  'server-timing': serverTiming,
  ...(key.expiresAt - nowMs > EXPIRY_WARNING_MS
    ? {}
    : { 'x-webtrigger-key-expires': new Date(key.expiresAt).toISOString() }),
  ...(limit === undefined
    ? {}
    : {
        'ratelimit-policy': `"requests";q=${limit.limit};w=60`,
        ratelimit: `"requests";r=${limit.remaining};t=${limit.resetSeconds}`,
      }),
});

const retryAfterHeader = (problem: Problem): Readonly<Record<string, string>> => {
  const { status } = PROBLEMS[problem.code];
  return status === 429 || status === 503 ? { 'retry-after': String(problem.retryAfter ?? DEFAULT_RETRY_AFTER) } : {};
};

/** A problem reply. Without a context it depends on nothing but the problem: the same bytes for every cause. */
export const toProblemReply = (problem: Problem, context?: ReplyContext): TriggerReply => ({
  status: PROBLEMS[problem.code].status,
  headers: {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(problem.code === 'method_not_allowed' ? { allow: 'POST' } : {}),
    ...retryAfterHeader(problem),
    ...(context === undefined ? {} : toHeaders(context)),
  },
  body: toProblemBody(problem),
});

export const toReply = (reply: ApiReply, context: ReplyContext): TriggerReply => ({
  status: 200,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...toHeaders(context) },
  body: JSON.stringify(reply),
});
