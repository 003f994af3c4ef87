import type { ApiReply } from '../contract/search-api';
import { expiresSoon } from '../keys/key-expiry';
import type { SigningKey } from '../keys/key-ring';
import { DEFAULT_RETRY_AFTER, PROBLEMS, toProblemBody, type Problem } from './problem';
import type { LimitState, LimitStates } from './usage-limits';
import type { TriggerReply } from './trigger-request';

/** What is added to the reply of an authenticated request; as much of it as is known by then. */
export type ReplyContext = {
  readonly serverTiming: string;
  readonly key: SigningKey;
  readonly nowMs: number;
  /** As they stand with this request in them; absent when it was refused before it was counted. */
  readonly limits?: LimitStates;
};

/**
 * The fields of the rate limit draft: a policy and a state for each limit that there is.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
const limitHeaders = ({ requests, points }: LimitStates): Readonly<Record<string, string>> => {
  const items = [
    { name: 'requests', seconds: 60, state: requests },
    { name: 'points', seconds: 3600, state: points },
  ].flatMap(({ state, ...item }) => (state === undefined ? [] : [{ ...item, state }]));
  if (items.length === 0) return {};
  return {
    'ratelimit-policy': items.map(({ name, seconds, state }) => `"${name}";q=${state.limit};w=${seconds}`).join(', '),
    ratelimit: items.map(({ name, state }) => `"${name}";r=${remaining(state)};t=${state.resetSeconds}`).join(', '),
  };
};

const remaining = ({ limit, used }: LimitState): number => Math.max(0, limit - used);

const toHeaders = ({ serverTiming, key, nowMs, limits }: ReplyContext): Readonly<Record<string, string>> => ({
  'server-timing': serverTiming,
  ...(expiresSoon(key, nowMs) ? { 'x-webtrigger-key-expires': new Date(key.expiresAt).toISOString() } : {}),
  ...limitHeaders(limits ?? {}),
});

const retryAfterHeader = (problem: Problem): Readonly<Record<string, string>> => {
  const { status } = PROBLEMS[problem.code];
  return status === 429 || status === 503
    ? { 'retry-after': String(Math.max(1, problem.retryAfter ?? DEFAULT_RETRY_AFTER)) }
    : {};
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
