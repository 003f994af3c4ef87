export const isString = (value: unknown): value is string => typeof value === 'string';

/** For members that may be absent. */
export const isStringOrAbsent = (value: unknown): value is string | undefined => value === undefined || isString(value);
