/** Values as lines of JSON. */
export const toJsonLines = (values: Iterable<unknown>): string =>
  [...values].map((value) => `${JSON.stringify(value)}\n`).join('');
