import type { CqlOperator } from './cql-ast';

const EQUALITY: readonly CqlOperator[] = ['=', '!=', 'IN', 'NOT IN'];
const TEXT: readonly CqlOperator[] = ['~', '!~'];
const DATE: readonly CqlOperator[] = ['=', '!=', '>', '>=', '<', '<='];

/**
 * The fields that are modelled, with the operators that each takes.
 * @see cql-fields (2026-01-27); `siteSearch` is undocumented on Cloud and there only when the site has it
 */
export const MODELLED_FIELDS: Readonly<Record<ModelledField, readonly CqlOperator[]>> = {
  text: TEXT,
  title: [...EQUALITY, ...TEXT],
  sitesearch: ['~'],
  space: EQUALITY,
  type: EQUALITY,
  id: EQUALITY,
  content: EQUALITY,
  parent: EQUALITY,
  ancestor: ['=', '!=', 'IN', 'NOT IN'],
  label: EQUALITY,
  creator: EQUALITY,
  contributor: EQUALITY,
  created: DATE,
  lastmodified: DATE,
};

export type ModelledField =
  | 'text'
  | 'title'
  | 'sitesearch'
  | 'space'
  | 'type'
  | 'id'
  | 'content'
  | 'parent'
  | 'ancestor'
  | 'label'
  | 'creator'
  | 'contributor'
  | 'created'
  | 'lastmodified';

/**
 * Fields that Confluence knows and the stand-in does not. `user…` fields are not among them: they were removed from
 * `/search`, so they are unknown. @see OpenAPI "Search content", deprecation-notice-search-api
 */
const UNMODELLED_FIELDS: ReadonlySet<string> = new Set([
  'mention',
  'watcher',
  'favourite',
  'favorite',
  'macro',
  'pagestatus',
  'container',
  'space.title',
  'space.key',
  'space.type',
  'space.category',
]);

export const isModelledField = (name: string): name is ModelledField => Object.hasOwn(MODELLED_FIELDS, name);

/** Whether Confluence knows the field, in any letter case. */
export const isKnownField = (name: string): boolean => {
  const lower = name.toLowerCase();
  return isModelledField(lower) || UNMODELLED_FIELDS.has(lower);
};
