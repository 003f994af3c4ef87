import * as v from 'valibot';

import { keepEvidence, textsOf } from '../log-evidence';

const event = v.object({
  body: v.optional(v.string()),
  headers: v.optional(v.record(v.string(), v.array(v.string()))),
  call: v.optional(v.object({ payload: v.optional(v.unknown()) })),
});

/** May be logged: the one is random, the other a fixed word. */
const HARMLESS = ['requestId', 'operation'];

const SIGNATURE = 'x-webtrigger-signature';

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Keeps what somebody sent to a function: the texts of a web trigger's body, its signature, the payload of a resolver. */
export const keepRequest = (value: unknown): void => {
  const parsed = v.safeParse(event, value);
  if (!parsed.success) return;
  const { body = '', headers = {}, call } = parsed.output;
  keepEvidence('request', () => textsOf(parseJson(body), HARMLESS));
  keepEvidence('request', () => textsOf(call?.payload));
  for (const [name, values] of Object.entries(headers)) {
    if (name.toLowerCase() === SIGNATURE) keepEvidence('secret', () => values.join('\n'));
  }
};
