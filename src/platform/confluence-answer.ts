import { NeedsAuthenticationError, type APIResponse } from '@forge/api';
import { ConfluenceFailure } from '../search/confluence-failure';

/** A web trigger has 55 seconds, and a search makes at most three calls one after the other. */
const DEADLINE_MS = 15_000;

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

const withDeadline = async <T>(call: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ConfluenceFailure('unavailable'));
    }, DEADLINE_MS);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
};

const readBody = async (request: () => Promise<APIResponse>): Promise<unknown> => {
  const response = await request();
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
 * @throws {ConfluenceFailure} for every other outcome, the proxy's refusals included
 * @throws {NeedsAuthenticationError} when the user has not consented yet
 */
export const confluenceAnswer = async (request: () => Promise<APIResponse>): Promise<unknown> => {
  try {
    return await withDeadline(readBody(request));
  } catch (error) {
    // The platform asks the user for consent when this one reaches it.
    if (error instanceof ConfluenceFailure || error instanceof NeedsAuthenticationError) throw error;
    throw new ConfluenceFailure('unavailable');
  }
};
