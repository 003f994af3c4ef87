import * as v from 'valibot';

import type { StaticOutput } from './manifest';
import type { SandboxOutcome } from './sandbox/sandbox-types';
import type { WebTriggerHttpResponse } from './web-trigger-request';

const dynamicSchema = v.looseObject({
  statusCode: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  statusText: v.optional(v.string()),
  headers: v.optional(v.record(v.string(), v.array(v.string()))),
  body: v.optional(v.string()),
});
const staticSchema = v.looseObject({ outputKey: v.string() });

/** Request and response alike. @see https://developer.atlassian.com/platform/forge/limits-invocation/ */
export const MAX_WEB_TRIGGER_BYTES = 5 * 1024 * 1024;

/**
 * What the caller gets: the function's own answer; 424 past the time limit, as is reported of live triggers; 500 for a
 * result that is not the documented JSON and for a function that failed. The bodies of these, and the status of an
 * answer over 5 MB, are unverified.
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/web-trigger/ ("Response")
 * @see https://jira.atlassian.com/browse/ECO-75
 */
export const toWebTriggerResponse = (
  outcome: SandboxOutcome,
  outputs: readonly StaticOutput[] | undefined,
): WebTriggerHttpResponse => {
  if (outcome.kind === 'timed-out') {
    return platformAnswer(424, 'The function did not finish in time');
  }
  const response =
    outcome.kind !== 'returned'
      ? undefined
      : outputs === undefined
        ? fromDynamic(outcome.value)
        : fromStatic(outcome.value, outputs);
  return response === undefined || sizeOf(response) > MAX_WEB_TRIGGER_BYTES
    ? platformAnswer(500, 'The function gave no usable response')
    : response;
};

export const platformAnswer = (status: number, message: string): WebTriggerHttpResponse => ({
  status,
  headers: [['content-type', 'text/plain']],
  body: message,
});

const fromDynamic = (value: unknown): WebTriggerHttpResponse | undefined => {
  const parsed = v.safeParse(dynamicSchema, value);
  if (!parsed.success) {
    return undefined;
  }
  const { statusCode, headers = {}, body = '' } = parsed.output;
  return {
    status: statusCode,
    headers: Object.entries(headers).flatMap(([name, values]) => values.map((each) => [name, each] as const)),
    body,
  };
};

const fromStatic = (value: unknown, outputs: readonly StaticOutput[]): WebTriggerHttpResponse | undefined => {
  const parsed = v.safeParse(staticSchema, value);
  const output = parsed.success ? outputs.find(({ key }) => key === parsed.output.outputKey) : undefined;
  return output === undefined
    ? undefined
    : {
        status: output.statusCode,
        headers: [['content-type', output.contentType ?? 'text/plain']],
        body: output.body ?? '',
      };
};

const sizeOf = ({ headers, body }: WebTriggerHttpResponse): number =>
  Buffer.byteLength(headers.flat().join('')) + Buffer.byteLength(body);
