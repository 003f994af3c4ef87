import * as v from 'valibot';
import type { WebTriggerHttpResponse } from '../platform/web-trigger-request';
import type { ApiAsk } from './api-ask';
import type { ServedAsk } from './fuzz-moment';

/** As many as are remembered, so that most of their cursors and ids are still usable. */
const MAX_SERVED = 40;

const reply = v.object({ nextCursor: v.optional(v.string()) });

/** Remembers what was served: later requests use its cursor or its id again. */
export const noteServed = (
  served: readonly ServedAsk[],
  {
    ask,
    answer,
    atMs,
  }: { readonly ask: ApiAsk | undefined; readonly answer: WebTriggerHttpResponse; readonly atMs: number },
): readonly ServedAsk[] => {
  if (ask === undefined || answer.status !== 200) return served;
  const parsed = v.safeParse(reply, JSON.parse(answer.body));
  if (!parsed.success) return served;
  const { nextCursor } = parsed.output;
  return [...served, { ask, atMs, ...(nextCursor === undefined ? {} : { nextCursor }) }].slice(-MAX_SERVED);
};
