import { NotModelledError } from '../not-modelled';
import type { RestRequest, RestResponse } from '../rest-protocol';
import { findEndpoint } from './find-endpoint';
import { type PointsMeter, pointsOf, retryAfterSeconds } from './points-meter';
import type { RestCall } from './rest-call';
import { RestFailure } from './rest-failure';

const JSON_HEADERS = { 'content-type': 'application/json;charset=UTF-8' };

/** Answers one call: rate limit first, then the endpoint, then the failure that it may have ended in. */
export const answerCall = (
  request: RestRequest,
  call: Omit<RestCall, 'ids' | 'query'>,
  meter: PointsMeter,
): RestResponse => {
  if (meter.isEmpty()) return tooManyRequests(meter, call.site.nowMs);
  const answer = answerWithinLimit(request, call);
  meter.charge(answer.points);
  return { ...answer, headers: { ...answer.headers, ...meter.headers() } };
};

const answerWithinLimit = (request: RestRequest, call: Omit<RestCall, 'ids' | 'query'>): RestResponse => {
  if (!request.path.startsWith('/wiki/')) return notModelled(`not modelled: ${request.method} ${request.path}`);
  const url = new URL(request.path, 'http://site.invalid');
  const found = request.method === 'GET' ? findEndpoint(url.pathname) : undefined;
  const shown = `${request.method} ${url.pathname}`;
  if (found === undefined) return notModelled(`not modelled: ${shown}`);
  try {
    const answer = found.endpoint({ ...call, ids: found.ids, query: url.searchParams });
    const link = answer.next === undefined ? {} : { link: `<${answer.next}>; rel="next"` };
    return {
      status: 200,
      headers: { ...JSON_HEADERS, ...link },
      body: JSON.stringify(answer.body),
      points: pointsOf(answer),
    };
  } catch (error) {
    if (error instanceof NotModelledError) return notModelled(`${error.message} (${shown})`);
    if (error instanceof RestFailure) {
      return { status: error.status, headers: JSON_HEADERS, body: JSON.stringify(error.body), points: 1 };
    }
    throw error;
  }
};

const notModelled = (body: string): RestResponse => ({
  status: 501,
  headers: { 'content-type': 'text/plain;charset=UTF-8' },
  body,
  points: 0,
});

/** Costs nothing. @see developer.atlassian.com/cloud/confluence/rate-limiting "Response headers" */
const tooManyRequests = (meter: PointsMeter, nowMs: number): RestResponse => ({
  status: 429,
  headers: {
    ...JSON_HEADERS,
    ...meter.headers(),
    'retry-after': String(retryAfterSeconds(nowMs)),
    'ratelimit-reason': 'confluence-quota-global-based',
  },
  body: JSON.stringify({ code: 429, message: 'Rate limit exceeded' }),
  points: 0,
});
