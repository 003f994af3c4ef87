/** A web trigger request, as far as this app looks at it. */
export type TriggerRequest = {
  readonly method: string;
  /** Names in the caller's letter case, each with all its values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
};

export type TriggerReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * Finds the value of a header in any letter case. `undefined` unless there is exactly one value: with two, whoever
 * stands in front may have checked the other one.
 */
export const singleHeader = (headers: TriggerRequest['headers'], name: string): string | undefined => {
  const values = Object.entries(headers).flatMap(([key, list]) => (key.toLowerCase() === name ? list : []));
  return values.length === 1 ? values[0] : undefined;
};
