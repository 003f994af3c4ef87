import { ancestorsOf } from '../model/site-state';
import { NotModelledError } from '../not-modelled';
import { type CqlDocument, contentKey, documentKey, spaceKey } from '../search/cql-document';
import type { IndexedSite } from '../search/indexed-site';
import type { TextField } from '../search/text-index';
import type { CqlClause, CqlOperator, CqlScalar } from './cql-ast';
import { type CqlDate, toCqlDate } from './cql-date';
import { CqlError } from './cql-error';
import { isModelledField, MODELLED_FIELDS, type ModelledField } from './cql-fields';
import { parseTextQuery } from './parse-text-query';
import type { Matches } from './matches';

export type ClauseContext = {
  readonly indexed: IndexedSite;
  readonly documents: readonly CqlDocument[];
  readonly nowMs: number;
  /** Whom `currentUser()` names; absent for an anonymous visitor. */
  readonly accountId: string | undefined;
  readonly siteSearch: boolean;
};

/** Runs one clause. @throws {CqlError} @throws {NotModelledError} */
export const matchClause = (clause: CqlClause, context: ClauseContext): Matches => {
  const field = clause.field.toLowerCase();
  if (!isModelledField(field)) throw new NotModelledError(`the CQL field ${clause.field}`);
  if (field === 'sitesearch' && !context.siteSearch) {
    throw new CqlError('unknown-field', `No field exists with the name: '${clause.field}'`);
  }
  if (!MODELLED_FIELDS[field].includes(clause.operator)) {
    throw new CqlError(
      'operator',
      `Could not parse cql : operator '${clause.operator}' is not supported by field '${clause.field}'`,
    );
  }
  if (clause.operator === '~') return matchText(field, clause, context);
  if (clause.operator === '!~') return filter(context, negate(matchText(field, clause, context)));
  if (field === 'created' || field === 'lastmodified') return filter(context, dateTest(field, clause, context));
  return filter(context, equalityTest(field, clause, context));
};

type Test = (document: CqlDocument) => boolean;

const filter = ({ documents }: ClauseContext, test: Test): Matches =>
  new Map(documents.filter(test).map((document) => [documentKey(document), 0]));

const negate =
  (matches: Matches): Test =>
  (document) =>
    !matches.has(documentKey(document));

const matchText = (field: ModelledField, clause: CqlClause, context: ClauseContext): Matches => {
  const query = parseTextQuery(stringOf(clause));
  const { pages, spaces } = context.indexed;
  const eligible = new Set(context.documents.map(documentKey));
  const target = TEXT_FIELDS[field] ?? 'text';
  const scores = [
    ...[...pages.match(target, query)].map(([id, score]): [string, number] => [contentKey(id), score]),
    ...[...spaces.match(target, query)].map(([id, score]): [string, number] => [spaceKey(id), score]),
  ];
  return new Map(scores.filter(([key]) => eligible.has(key)));
};

const TEXT_FIELDS: Partial<Record<ModelledField, TextField>> = { text: 'text', title: 'title', sitesearch: 'site' };

const stringOf = ({ field, value }: CqlClause): string => {
  if (value.kind === 'string') return value.text;
  throw new NotModelledError(`a function as the value of ${field} ~`);
};

const isNegative = (operator: CqlOperator): boolean => operator === '!=' || operator === 'NOT IN';

const equalityTest = (field: ModelledField, clause: CqlClause, context: ClauseContext): Test => {
  const values = new Set(scalarsOf(clause).map((value) => toName(field, value, context)));
  const has: Test = (document) => namesOf(field, document, context).some((name) => values.has(name));
  return isNegative(clause.operator) ? (document) => !has(document) : has;
};

const scalarsOf = ({ value }: CqlClause): readonly CqlScalar[] => (value.kind === 'list' ? value.values : [value]);

/** Content types that Confluence has and the stand-in has none of: known, found never. */
const TYPES: ReadonlySet<string> = new Set([
  ...['page', 'blogpost', 'space', 'comment', 'attachment', 'whiteboard', 'database', 'embed', 'folder'],
]);

const toName = (field: ModelledField, value: CqlScalar, context: ClauseContext): string => {
  if (value.kind === 'function') {
    const people = field === 'creator' || field === 'contributor';
    if (people && value.name === 'currentUser' && value.args.length === 0) return context.accountId ?? '';
    throw new NotModelledError(`the CQL function ${value.name}() for ${field}`);
  }
  if (field === 'type' && !TYPES.has(value.text)) throw new NotModelledError(`the CQL type "${value.text}"`);
  return field === 'label' ? value.text.toLowerCase() : value.text;
};

const namesOf = (field: ModelledField, document: CqlDocument, { indexed }: ClauseContext): readonly string[] => {
  if (field === 'space') return namesOfSpace(document);
  if (document.kind === 'space') {
    if (field === 'type') return ['space'];
    return field === 'title' ? [document.space.name] : [];
  }
  const { page } = document;
  switch (field) {
    case 'title':
      return [page.title];
    case 'type':
      return [page.type];
    case 'id':
    case 'content':
      return [page.id];
    case 'parent':
      return page.parentId === undefined ? [] : [page.parentId];
    case 'ancestor':
      return ancestorsOf(indexed.state, page).map(({ id }) => id);
    case 'label':
      return page.labels;
    case 'creator':
    case 'contributor':
      return [page.authorId];
    case 'text':
    case 'sitesearch':
    case 'created':
    case 'lastmodified':
      return [];
  }
};

/** An alias is accepted where a key is. @see RFC-54 Confluence space key aliases */
const namesOfSpace = ({ space }: CqlDocument): readonly string[] =>
  space.alias === undefined ? [space.key] : [space.key, space.alias];

const dateTest = (field: 'created' | 'lastmodified', clause: CqlClause, context: ClauseContext): Test => {
  const [value] = scalarsOf(clause);
  if (value === undefined) return () => false;
  const date = toCqlDate(value, context.nowMs);
  const compare = COMPARISONS[clause.operator];
  return (document) => document.kind === 'content' && compare?.(timeOf(field, document.page), date) === true;
};

const timeOf = (
  field: 'created' | 'lastmodified',
  page: { readonly createdAt: string; readonly updatedAt: string },
): number => Date.parse(field === 'created' ? page.createdAt : page.updatedAt);

/** `=` means within the day or minute written; `>` and `<` compare with its beginning. */
const COMPARISONS: Partial<Record<CqlOperator, (timeMs: number, date: CqlDate) => boolean>> = {
  '=': (timeMs, { startMs, endMs }) => timeMs >= startMs && timeMs < endMs,
  '!=': (timeMs, { startMs, endMs }) => timeMs < startMs || timeMs >= endMs,
  '>': (timeMs, { startMs }) => timeMs > startMs,
  '>=': (timeMs, { startMs }) => timeMs >= startMs,
  '<': (timeMs, { startMs }) => timeMs < startMs,
  '<=': (timeMs, { startMs }) => timeMs <= startMs,
};
