import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** Is told what stands in the markup, in order. Names are in small letters, entities are decoded. */
export type MarkupVisitor = {
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly close: (name: string) => void;
  /** May be told one text in several pieces. */
  readonly text: (text: string) => void;
};

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const CDATA = '<![CDATA[';
const CUT_SHORT = -1;
const BANG = 0x21;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/**
 * Reads markup as HTML does, with CDATA as XML has it, and looks at no character more than a few times. Comments,
 * declarations and processing instructions are passed over. Returns false when the source ends inside a tag or the like:
 * of these, only CDATA that was cut short is told. Most of it is `indexOf`, which is fast even in a process just started.
 */
export const scanMarkup = (source: string, visitor: MarkupVisitor): boolean => {
  let at = 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    if (tag !== at) visitor.text(decodeText(source.slice(at, tag === -1 ? undefined : tag)));
    if (tag === -1) return true;
    at = scanTag(source, tag, visitor);
    if (at === CUT_SHORT) return false;
  }
  return true;
};

const decodeText = (text: string): string => (text.includes('&') ? decodeHTML(text) : text);

/** Each of these returns the place behind what it has read, or `CUT_SHORT`. */
const scanTag = (source: string, tag: number, visitor: MarkupVisitor): number => {
  const first = source.charCodeAt(tag + 1);
  if (isLetter(first)) return scanStartTag(source, tag, visitor);
  if (first === SLASH) return scanEndTag(source, tag, visitor);
  if (first === BANG) return scanDeclaration(source, tag, visitor);
  if (first === QUESTION) return after(source, '>', tag);
  if (tag + 1 === source.length) return CUT_SHORT;
  visitor.text('<');
  return tag + 1;
};

const scanStartTag = (source: string, tag: number, visitor: MarkupVisitor): number => {
  const nameEnd = endOfName(source, tag + 1);
  const name = source.slice(tag + 1, nameEnd).toLowerCase();
  if (source.charCodeAt(nameEnd) === GREATER) {
    visitor.open(name, NO_ATTRIBUTES);
    return nameEnd + 1;
  }
  const attributes = new Map<string, string>();
  let at = nameEnd;
  while (at < source.length) {
    const next = endOfGap(source, at);
    if (source.charCodeAt(next) === GREATER) {
      visitor.open(name, attributes);
      if (next > at && source.charCodeAt(next - 1) === SLASH) visitor.close(name);
      return next + 1;
    }
    at = scanAttribute(source, next, attributes);
    if (at === CUT_SHORT) return CUT_SHORT;
  }
  return CUT_SHORT;
};

const scanAttribute = (source: string, start: number, attributes: Map<string, string>): number => {
  const nameEnd = endOfAttributeName(source, start + 1);
  const name = source.slice(start, nameEnd).toLowerCase();
  const sign = endOfSpace(source, nameEnd);
  if (source.charCodeAt(sign) !== EQUALS) {
    attributes.set(name, '');
    return sign;
  }
  const valueStart = endOfSpace(source, sign + 1);
  const quote = source.charCodeAt(valueStart);
  const isQuoted = quote === DOUBLE_QUOTE || quote === SINGLE_QUOTE;
  const from = isQuoted ? valueStart + 1 : valueStart;
  const end = isQuoted ? source.indexOf(source.charAt(valueStart), from) : endOfBareValue(source, from);
  if (end === -1) return CUT_SHORT;
  const value = source.slice(from, end);
  attributes.set(name, value.includes('&') ? decodeHTMLAttribute(value) : value);
  return isQuoted ? end + 1 : end;
};

const scanEndTag = (source: string, tag: number, visitor: MarkupVisitor): number => {
  const end = after(source, '>', tag);
  if (end === CUT_SHORT) return CUT_SHORT;
  if (isLetter(source.charCodeAt(tag + 2)))
    visitor.close(source.slice(tag + 2, endOfName(source, tag + 2)).toLowerCase());
  return end;
};

const scanDeclaration = (source: string, tag: number, visitor: MarkupVisitor): number => {
  if (source.startsWith('<!--', tag)) return after(source, '-->', tag + 4);
  if (!source.startsWith(CDATA, tag)) return after(source, '>', tag);
  const start = tag + CDATA.length;
  const end = source.indexOf(']]>', start);
  visitor.text(source.slice(start, end === -1 ? undefined : end));
  return end === -1 ? CUT_SHORT : end + 3;
};

const after = (source: string, sign: string, from: number): number => {
  const found = source.indexOf(sign, from);
  return found === -1 ? CUT_SHORT : found + sign.length;
};

const endOfName = (source: string, from: number): number => {
  let at = from;
  while (at < source.length && !isGap(source.charCodeAt(at)) && source.charCodeAt(at) !== GREATER) at += 1;
  return at;
};

const endOfAttributeName = (source: string, from: number): number => {
  let at = from;
  for (let code = source.charCodeAt(at); at < source.length; code = source.charCodeAt(at)) {
    if (isGap(code) || code === GREATER || code === EQUALS) break;
    at += 1;
  }
  return at;
};

const endOfBareValue = (source: string, from: number): number => {
  let at = from;
  while (at < source.length && !isSpace(source.charCodeAt(at)) && source.charCodeAt(at) !== GREATER) at += 1;
  return at;
};

const endOfGap = (source: string, from: number): number => {
  let at = from;
  while (isGap(source.charCodeAt(at))) at += 1;
  return at;
};

const endOfSpace = (source: string, from: number): number => {
  let at = from;
  while (isSpace(source.charCodeAt(at))) at += 1;
  return at;
};

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

const isGap = (code: number): boolean => isSpace(code) || code === SLASH;
