import { generate } from 'peggy';
import * as v from 'valibot';
import { NotModelledError } from '../not-modelled';
import { toWords } from '../search/words';
import { CqlError } from './cql-error';
import { TEXT_QUERY_GRAMMAR } from './text-query-grammar';
import type { TextItem, TextQuery } from './text-query';

const parser = generate(TEXT_QUERY_GRAMMAR);

/**
 * Parses the string behind `~`.
 * @throws {CqlError} `execution` for an unbalanced quote, a trailing backslash, a leading wildcard or an empty string
 * @throws {NotModelledError} for operators that the documentation does not promise (proximity, boost, `+`, `-`, …)
 */
export const parseTextQuery = (text: string): TextQuery => {
  const items = parse(text);
  if (items.length === 0) throw refused();
  return items.map(toItem);
};

const parse = (text: string): readonly ParsedItem[] => {
  try {
    const tree: unknown = parser.parse(text);
    return v.parse(parsedItems, tree);
  } catch {
    throw refused();
  }
};

/** The S&S search service's answer to a string that it cannot read. @see CDAC 41553 */
const refused = (): CqlError =>
  new CqlError(
    'execution',
    'com.atlassian.confluence.search.searchnsmarts.rest.SSSearchClientException: ' +
      'There was an illegal request passed to S&S Content Search API : HTTP/1.1 400',
  );

const toItem = (item: ParsedItem): TextItem => {
  switch (item.kind) {
    case 'phrase':
      return { kind: 'phrase', words: toWords(item.text) };
    case 'unsupported':
      throw new NotModelledError(`"${item.text}" as an operator of text search`);
    case 'refused':
      throw refused();
    case 'term':
      return toTerm(item);
  }
};

const toTerm = ({ parts, fuzzy }: ParsedTerm): TextItem => {
  const literal = parts.map((part) => ('literal' in part ? part.literal : '')).join('');
  if (parts.some((part) => 'wildcard' in part)) {
    if (fuzzy) throw new NotModelledError('a wildcard and "~" in one term');
    return { kind: 'wildcard', pattern: toPattern(parts) };
  }
  const words = toWords(literal);
  const [word, ...more] = words;
  if (fuzzy && word !== undefined && more.length === 0) return { kind: 'fuzzy', word };
  if (fuzzy) throw new NotModelledError('"~" behind a term of several words');
  return { kind: 'words', words };
};

const toPattern = (parts: ParsedTerm['parts']): RegExp => {
  const source = parts.map((part) =>
    'literal' in part
      ? part.literal.toLowerCase().replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
      : WILDCARDS[part.wildcard],
  );
  return new RegExp(`^${source.join('')}$`, 'u');
};

const WILDCARDS = { '*': '.*', '?': '.' } as const;

type ParsedTerm = Extract<ParsedItem, { kind: 'term' }>;
type ParsedItem = v.InferOutput<typeof parsedItems>[number];

/** The boundary between the generated parser, which knows no types, and the rest. */
const parsedItems = v.array(
  v.variant('kind', [
    v.object({ kind: v.picklist(['phrase', 'unsupported', 'refused']), text: v.string() }),
    v.object({
      kind: v.literal('term'),
      parts: v.array(v.union([v.object({ literal: v.string() }), v.object({ wildcard: v.picklist(['*', '?']) })])),
      fuzzy: v.boolean(),
    }),
  ]),
);
