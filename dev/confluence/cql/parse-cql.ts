import { generate } from 'peggy';
import * as v from 'valibot';
import { beginsNegative } from './begins-negative';
import type { CqlExpression, CqlQuery } from './cql-ast';
import { CqlError, type CqlErrorCode } from './cql-error';
import { isKnownField } from './cql-fields';
import { CQL_GRAMMAR } from './cql-grammar';

const parser = generate(CQL_GRAMMAR);

/**
 * Parses a query. Only its form is judged here, and whether its fields are known; operators, values and functions are
 * judged when it is run.
 * @throws {CqlError} for whatever Confluence answers with 400
 */
export const parseCql = (text: string): CqlQuery => {
  const parsed = parse(text);
  if (beginsNegative(parsed.where)) {
    throw new CqlError('syntax', `Could not parse cql : ${text} (a negative expression cannot be the first clause)`);
  }
  return parsed;
};

const parse = (text: string): CqlQuery => {
  try {
    const tree: unknown = parser.parse(text, { isKnownField });
    return toQuery(tree);
  } catch (error) {
    throw toCqlError(error, text);
  }
};

const toCqlError = (error: unknown, text: string): CqlError => {
  const message = error instanceof Error ? error.message : '';
  const code = REPORTED.find(([beginning]) => message.startsWith(beginning))?.[1];
  return code === undefined ? new CqlError('syntax', `Could not parse cql : ${text}`) : new CqlError(code, message);
};

/** Messages that the grammar itself gives; every other failure reads "Could not parse cql". */
const REPORTED: readonly (readonly [string, CqlErrorCode])[] = [
  ['No field exists with the name', 'unknown-field'],
  ['Expecting a value for operator', 'missing-value'],
];

const scalar = v.variant('kind', [
  v.object({ kind: v.literal('string'), text: v.string() }),
  v.object({ kind: v.literal('function'), name: v.string(), args: v.array(v.string()) }),
]);

const expression: v.GenericSchema<CqlExpression> = v.lazy(() =>
  v.variant('kind', [
    v.object({ kind: v.picklist(['and', 'or']), left: expression, right: expression }),
    v.object({ kind: v.literal('not'), operand: expression }),
    v.object({ kind: v.literal('group'), inner: expression }),
    v.object({
      kind: v.literal('clause'),
      field: v.string(),
      operator: v.picklist(['=', '!=', '>', '>=', '<', '<=', '~', '!~', 'IN', 'NOT IN']),
      value: v.variant('kind', [...scalar.options, v.object({ kind: v.literal('list'), values: v.array(scalar) })]),
    }),
  ]),
);

const query = v.object({
  where: expression,
  orderBy: v.array(v.object({ field: v.string(), direction: v.picklist(['ASC', 'DESC']) })),
});

/** The boundary between the generated parser, which knows no types, and the rest. */
const toQuery = (tree: unknown): CqlQuery => v.parse(query, tree);
