import { NotModelledError } from '../not-modelled';
import { v1BadRequest } from './rest-failure';

export type ContentExpansion = (typeof MODELLED)[number];

const MODELLED = [
  'space',
  'version',
  'metadata',
  'metadata.labels',
  'ancestors',
  'history',
  'body',
  'body.storage',
] as const;

const MAX_EXPANSIONS = 8;

/**
 * Which members of a content object a call wants.
 * @throws {RestFailure} 400 past eight of them (CDAC 45070)
 * @throws {NotModelledError} for the others that Confluence knows
 */
export const contentExpansions = (names: readonly string[]): ReadonlySet<ContentExpansion> => {
  const distinct = new Set(names);
  if (distinct.size > MAX_EXPANSIONS) {
    throw v1BadRequest(`Cannot expand more than ${MAX_EXPANSIONS} sub-expansions`);
  }
  return new Set([...distinct].map(toModelled));
};

const toModelled = (name: string): ContentExpansion => {
  const modelled = MODELLED.find((each) => each === name);
  if (modelled === undefined) throw new NotModelledError(`expand=content.${name}`);
  return modelled;
};

/**
 * The largest page of results, whatever `limit` says; a larger `limit` is cut without a word.
 * @see confkb 1032258424 (1,000 and 200); atlassian-python-api#1312, n8n PR#36589 (50); OpenAPI (25)
 */
export const largestPage = (names: readonly string[]): number => {
  if (names.some((name) => name === 'body.export_view' || name === 'body.styled_view')) return 25;
  if (names.some((name) => name.startsWith('body'))) return 50;
  return names.length > 0 ? 200 : 1000;
};
