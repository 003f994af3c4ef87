import { NotModelledError } from '../not-modelled';
import type { RestFailure } from './rest-failure';

/** How the API that is called words a 400. */
export type Refuse = (message: string) => RestFailure;

/** A whole number; absent means `fallback`. */
export const integerParam = (
  query: URLSearchParams,
  name: string,
  options: { readonly fallback: number; readonly min: number; readonly max?: number; readonly refuse: Refuse },
): number => {
  const text = query.get(name);
  if (text === null) return options.fallback;
  const value = Number(text);
  if (!/^-?\d+$/u.test(text) || value < options.min || value > (options.max ?? 2 ** 31 - 1)) {
    throw options.refuse(`Provided value {${text}} for '${name}' is not valid`);
  }
  return value;
};

/** `true` or `false`; absent means false. */
export const booleanParam = (query: URLSearchParams, name: string, refuse: Refuse): boolean => {
  const text = query.get(name);
  if (text === null || text === 'false') return false;
  if (text === 'true') return true;
  throw refuse(`Provided value {${text}} for '${name}' is not the correct type. Expected type is boolean`);
};

/** Comma-separated values, the parameter repeated or not. */
export const listParam = (query: URLSearchParams, name: string): readonly string[] =>
  query.getAll(name).flatMap((value) => value.split(',').filter((item) => item !== ''));

/** @throws {NotModelledError} when one of the parameters is there */
export const assertNotGiven = (query: URLSearchParams, names: readonly string[]): void => {
  const given = names.find((name) => query.has(name));
  if (given !== undefined) throw new NotModelledError(`the parameter "${given}"`);
};
