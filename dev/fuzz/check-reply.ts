import type { WebTriggerHttpResponse } from '../platform/web-trigger-request';
import { checkHeaders } from './check-headers';
import { checkProblem } from './check-problem';
import { checkSuccess } from './check-success';
import { MARKER } from './marker';
import type { ReplyContext } from './reply-context';

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** All that an unauthenticated caller gets, as one text. */
export const wholeReply = (reply: WebTriggerHttpResponse): string => JSON.stringify(reply);

/** The caller's own words may come back as the name of a member that is not known, and nowhere else. */
const withoutPointers = (body: string): string => body.replace(/"pointer":"(?:[^"\\]|\\.)*"/g, '');

/** What is wrong with a reply: one sentence each, and none for a reply that is as docs/http-api.md says. */
export const checkReply = (reply: WebTriggerHttpResponse, context: ReplyContext): readonly string[] => {
  const { request, secret, unauthorized } = context;
  const { status, body } = reply;
  if (status >= 500) return [`status ${status}`];
  const value = parseJson(body);
  const told = withoutPointers(body).toLowerCase();
  return [
    ...(request.allowed.includes(status) ? [] : [`status ${status}, not one of ${request.allowed.join(', ')}`]),
    ...checkHeaders(reply, request),
    ...(status === 200 ? checkSuccess(value, context) : checkProblem(value, status)),
    ...(told.includes(MARKER) ? ['something closed is in the reply'] : []),
    ...(body.includes(secret) ? ['the secret is in the reply'] : []),
    ...(status !== 401 || unauthorized === undefined || unauthorized === wholeReply(reply)
      ? []
      : ['a 401 with other bytes than the first']),
  ];
};
