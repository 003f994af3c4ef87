import { NeedsAuthenticationError, type APIResponse } from '@forge/api';
import { ConfluenceFailure } from '../search/confluence-failure';

/** What a call may take where nothing else is said: a resolver has 25 seconds. */
const DEFAULT_TIMEOUT_MS = 15_000;

const MAX_RETRY_AFTER = 3600;

const parseRetryAfter = (value: string | null): number | undefined => {
  const seconds = Number(value ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(Math.ceil(seconds), MAX_RETRY_AFTER) : undefined;
};

const toFailure = (response: APIResponse): ConfluenceFailure => {
  const { status } = response;
  const retryAfter = parseRetryAfter(response.headers.get('retry-after'));
  if (status === 429) return new ConfluenceFailure('rate-limited', status, retryAfter);
  const isUnusable = status < 500 && status !== 401 && status !== 403;
  return new ConfluenceFailure(isUnusable ? 'unusable-answer' : 'unavailable', status, retryAfter);
};

/** Ends the call as well: what goes on after an invocation may be resumed inside another one. */
const withTimeout = async <T>(call: (signal: AbortSignal) => Promise<T>, timeoutMs: number): Promise<T> => {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ConfluenceFailure('unavailable'));
      controller.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([call(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
};

const readBody = async (request: Promise<APIResponse>): Promise<unknown> => {
  const response = await request;
  if (!response.ok) throw toFailure(response);
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw new ConfluenceFailure('unusable-answer', response.status);
  }
};

/**
 * Makes a Confluence call and reads its JSON.
 *
 * @param request passes the signal on, which ends the call when its time is over
 * @throws {ConfluenceFailure} for every other outcome, the proxy's refusals included
 * @throws {NeedsAuthenticationError} when the user has not consented yet
 */
export const confluenceAnswer = async (
  request: (signal: AbortSignal) => Promise<APIResponse>,
  timeoutMs = DEFAULT_TIMEOUT_MS,
): Promise<unknown> => {
  try {
    return await withTimeout((signal) => readBody(request(signal)), timeoutMs);
  } catch (error) {
    // The platform asks the user for consent when this one reaches it.
    if (error instanceof ConfluenceFailure || error instanceof NeedsAuthenticationError) throw error;
    throw new ConfluenceFailure('unavailable');
  }
};
