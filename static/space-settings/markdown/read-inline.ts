import type { MarkedToken, Token } from 'marked';

import type { Inline } from './block';
import { isMarkedToken } from './is-marked-token';

const MARKS = { strong: 'strong', em: 'em', del: 'strike' } as const;
const LINE_BREAK = /^<br\s*\/?>$/i;

/** Reads the pieces of a line. An image is its description: nothing is fetched from anywhere. */
export const readInline = (tokens: readonly Token[]): readonly Inline[] =>
  tokens.filter(isMarkedToken).flatMap(readPiece);

const readPiece = (token: MarkedToken): readonly Inline[] => {
  switch (token.type) {
    case 'text':
      return token.tokens ? readInline(token.tokens) : [toText(token.text)];
    case 'escape':
    case 'image':
      return [toText(token.text)];
    case 'html':
      return [LINE_BREAK.test(token.text) ? { kind: 'break' } : toText(token.text)];
    case 'br':
      return [{ kind: 'break' }];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'checkbox':
      return [toText(token.checked ? '☑ ' : '☐ ')];
    case 'strong':
    case 'em':
    case 'del':
      return [{ kind: MARKS[token.type], parts: readInline(token.tokens) }];
    case 'link':
      return [{ kind: 'link', href: token.href, parts: readInline(token.tokens) }];
    case 'blockquote':
    case 'code':
    case 'def':
    case 'heading':
    case 'hr':
    case 'list':
    case 'list_item':
    case 'paragraph':
    case 'space':
    case 'table':
      return [];
  }
};

const toText = (text: string): Inline => ({ kind: 'text', text });
