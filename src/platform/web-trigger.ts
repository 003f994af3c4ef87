import * as v from 'valibot';
import type { TriggerReply, TriggerRequest } from '../door/trigger-request';

const event = v.object({
  method: v.string(),
  headers: v.optional(v.record(v.string(), v.array(v.string())), {}),
  body: v.optional(v.nullable(v.string()), ''),
});

/** What Forge takes back from a web trigger; anything else becomes a 500. */
export type WebTriggerResult = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
};

/**
 * Reads the event of a web trigger. One of another shape becomes a request that is refused like any bad one.
 *
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/web-trigger/
 */
export const fromWebTriggerEvent = (value: unknown): TriggerRequest => {
  const parsed = v.safeParse(event, value);
  if (!parsed.success) return { method: '', headers: {}, body: '' };
  const { method, headers, body } = parsed.output;
  return { method, headers, body: body ?? '' };
};

export const toWebTriggerResult = ({ status, headers, body }: TriggerReply): WebTriggerResult => ({
  statusCode: status,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
  body,
});
