import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';

import type { Block } from './block';
import { readInline } from './read-inline';
import { isMarkedToken } from './is-marked-token';

/** Reads the Markdown of an excerpt. HTML in it is text: nothing of it is ever run. */
export const readMarkdown = (markdown: string): readonly Block[] => readBlocks(lexer(markdown));

const readBlocks = (tokens: readonly Token[]): readonly Block[] => tokens.filter(isMarkedToken).flatMap(readBlock);

const readBlock = (token: MarkedToken): readonly Block[] => {
  switch (token.type) {
    case 'heading':
    case 'paragraph':
      return [{ kind: token.type, parts: readInline(token.tokens) }];
    case 'text':
      return [
        { kind: 'paragraph', parts: token.tokens ? readInline(token.tokens) : [{ kind: 'text', text: token.text }] },
      ];
    case 'code':
      return [{ kind: 'code', text: token.text }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: readBlocks(token.tokens) }];
    case 'list':
      return [
        { kind: 'list', ...(token.start === '' ? {} : { first: token.start }), items: token.items.map(readItem) },
      ];
    case 'table':
      return [{ kind: 'table', head: token.header.map(readCell), rows: token.rows.map((row) => row.map(readCell)) }];
    case 'html':
      return [{ kind: 'paragraph', parts: [{ kind: 'text', text: token.text }] }];
    case 'br':
    case 'checkbox':
    case 'codespan':
    case 'def':
    case 'del':
    case 'em':
    case 'escape':
    case 'hr':
    case 'image':
    case 'link':
    case 'list_item':
    case 'space':
    case 'strong':
      return [];
  }
};

const readCell = ({ tokens }: Tokens.TableCell) => readInline(tokens);

/** The box of a task stands before its text, or within it where items are apart. */
const readItem = ({ tokens }: Tokens.ListItem): readonly Block[] => {
  const [box, ...rest] = tokens.filter(isMarkedToken);
  if (box?.type !== 'checkbox') return readBlocks(tokens);
  const [first, ...others] = readBlocks(rest);
  const parts = first?.kind === 'paragraph' ? [...readInline([box]), ...first.parts] : readInline([box]);
  return [
    { kind: 'paragraph', parts },
    ...(first === undefined || first.kind === 'paragraph' ? [] : [first]),
    ...others,
  ];
};
