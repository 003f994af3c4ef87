import * as v from 'valibot';

/** The only line that a request may cause. */
const line = v.strictObject({
  event: v.literal('unauthorized'),
  cause: v.picklist(['not-signed', 'stale', 'no-key', 'wrong-signature', 'expired-key']),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What is wrong with a line of the app's log: anything but why a request was not authenticated. */
export const checkLogLine = (text: string): readonly string[] =>
  v.is(line, parseJson(text)) ? [] : [`a line in the log: ${text.slice(0, 500)}`];
