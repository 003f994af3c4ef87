import tokenNames from '@atlaskit/tokens/token-names';

const VARIABLES: ReadonlyMap<string, string> = new Map(Object.entries<string>(tokenNames));

/** The CSS variable of a design token. A value that names no token stays as it is. */
export const cssToken = (value: string): string => {
  const variable = VARIABLES.get(value);
  return variable === undefined ? value : `var(${variable})`;
};
