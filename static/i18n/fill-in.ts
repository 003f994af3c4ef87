/** What stands in the places of a sentence. */
export type Values = Readonly<Record<string, string | number>>;

/** Puts values into the places `{name}` of a sentence; a place without a value stays as it is. */
export const fillIn = (sentence: string, values: Values = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? place : String(value);
  });
