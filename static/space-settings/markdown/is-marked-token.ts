import type { MarkedToken, Token } from 'marked';

const TYPES: Readonly<Record<MarkedToken['type'], true>> = {
  blockquote: true,
  br: true,
  checkbox: true,
  code: true,
  codespan: true,
  def: true,
  del: true,
  em: true,
  escape: true,
  heading: true,
  hr: true,
  html: true,
  image: true,
  link: true,
  list: true,
  list_item: true,
  paragraph: true,
  space: true,
  strong: true,
  table: true,
  text: true,
};

/** Leaves out what only an extension of the lexer could make; none is used. */
export const isMarkedToken = (token: Token): token is MarkedToken => Object.hasOwn(TYPES, token.type);
