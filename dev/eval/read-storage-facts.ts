import { decodeHTML } from 'entities';
import { DomUtils, parseDocument } from 'htmlparser2';
import { plainAddress, wordsOf, type CodeLine, type LinkFact, type PageFacts } from './page-facts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<Node, { readonly attribs: unknown }>;

/** Not for a reader's eyes. */
const UNSEEN: ReadonlySet<string> = new Set([
  ...['ac:parameter', 'ac:placeholder', 'ac:task-id', 'ac:task-uuid', 'ac:task-status', 'ac:adf-attribute'],
  ...['style', 'script'],
]);
/** Parts of a word; every other element parts two words. */
const WITHIN_WORD: ReadonlySet<string> = new Set([
  ...['a', 'b', 'i', 'u', 's', 'em', 'strong', 'code', 'span', 'sub', 'del', 'ins', 'font', 'small', 'big'],
  ...['tt', 'kbd', 'samp', 'strike', 'cite', 'ac:inline-comment-marker'],
]);
/** What readers see of the parameters of macros. */
const SEEN_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  title: ['info', 'note', 'tip', 'warning', 'panel', 'expand', 'ui-expand', 'code', 'noformat', 'status'],
  key: ['jira'],
  body: ['eazy-math-inline', 'easy-math-block', 'mathinline', 'mathblock'],
};
/** Macros that show the page or file which a parameter names. */
const SHOWING: ReadonlySet<string> = new Set(['include', 'excerpt-include', 'view-file', 'viewpdf']);

/** Reads storage format through the document model of an XML parser that the app does not use. */
export const readStorageFacts = (storage: string): PageFacts => {
  const root = parseDocument(storage, { xmlMode: true, decodeEntities: false });
  const elements = DomUtils.findAll(() => true, root.children).filter(isSeen);
  // Of a table inside a cell, Markdown can keep no more than the words: they count as the cell's.
  const cells = elements.filter((element) => isCell(element) && !hasAncestor(element, isCell));
  return {
    words: wordsOf(root.children.map(seenText).join('')),
    codeLines: elements.filter(isCode).flatMap(readCodeLines),
    cells: cells.map((cell) => wordsOf(seenText(cell))).filter(({ length }) => length > 0),
    links: elements.flatMap(readLink),
  };
};

const isElement = (node: Node | Element['parent']): node is Element => node !== null && DomUtils.isTag(node);

const isHidden = (element: Element): boolean =>
  UNSEEN.has(element.name) ||
  element.attribs['aria-hidden'] === 'true' ||
  (element.name === 'ac:adf-fallback' && element.parent !== null && hasAdfContent(element.parent)) ||
  (element.name !== 'annotation' && isElement(element.parent) && element.parent.name === 'semantics');

const hasAdfContent = (node: NonNullable<Element['parent']>): boolean =>
  DomUtils.existsOne(({ name }) => name === 'ac:adf-content', node.children);

const isSeen = (element: Element): boolean => {
  for (let node: Element['parent'] | Element = element; isElement(node); node = node.parent) {
    if (node.name === 'ac:parameter' ? !isSeenParameter(node) : isHidden(node)) return false;
  }
  return true;
};

const isSeenParameter = ({ attribs, parent }: Element): boolean => {
  const macro = isElement(parent) ? (parent.attribs['ac:name'] ?? '') : '';
  return SHOWING.has(macro) || (SEEN_PARAMETERS[attribs['ac:name'] ?? ''] ?? []).includes(macro);
};

/** Text as it is seen, a space at each end of an element that is not part of a word. */
const seenText = (node: Node): string => {
  if (DomUtils.isCDATA(node)) return node.children.map((child) => ('data' in child ? child.data : '')).join('');
  if (!isElement(node)) return DomUtils.isText(node) ? decodeHTML(node.data) : '';
  if (node.name === 'ac:parameter' ? !isSeenParameter(node) : isHidden(node)) return '';
  const date = node.name === 'time' ? (node.attribs['datetime'] ?? '') : '';
  const inner = date + node.children.map(seenText).join('');
  return WITHIN_WORD.has(node.name) ? inner : ` ${inner} `;
};

/** The body of a macro; the caption of an image may stand in an element of the same name. */
const isCode = ({ name, parent }: Element): boolean =>
  name === 'pre' || (name === 'ac:plain-text-body' && isElement(parent) && parent.name !== 'ac:caption');

const isCell = ({ name }: Element): boolean => name === 'td' || name === 'th';

const readCodeLines = (code: Element): readonly CodeLine[] => {
  const inCell = hasAncestor(code, isCell);
  return textOf(code)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line, inCell }));
};

/** All text inside, verbatim. */
const textOf = (node: Node): string => {
  if (DomUtils.isCDATA(node)) return node.children.map((child) => ('data' in child ? child.data : '')).join('');
  if (isElement(node)) return node.name === 'br' ? '\n' : node.children.map(textOf).join('');
  return DomUtils.isText(node) ? decodeHTML(node.data) : '';
};

const hasAncestor = (element: Element, test: (ancestor: Element) => boolean): boolean =>
  isElement(element.parent) && (test(element.parent) || hasAncestor(element.parent, test));

const readLink = ({ name, attribs, children }: Element): readonly LinkFact[] => {
  const address = (value: string | undefined): readonly LinkFact[] =>
    value === undefined || value.trim() === '' ? [] : [{ kind: 'address', value: plainAddress(decodeHTML(value)) }];
  const named = (value: string | undefined): readonly LinkFact[] =>
    value === undefined || value === '' ? [] : [{ kind: 'name', value: decodeHTML(value) }];
  switch (name) {
    case 'a':
      return address(attribs['href']);
    case 'img':
      return address(attribs['src']);
    case 'ri:url':
      return address(attribs['ri:value']);
    case 'ri:page':
    case 'ri:blog-post':
      return named(attribs['ri:content-title']);
    case 'ri:attachment':
      return named(attribs['ri:filename']);
    case 'ri:space':
      return named(attribs['ri:space-key']);
    case 'ac:link': {
      const isWithinPage = !children.some((child) => isElement(child) && child.name.startsWith('ri:'));
      return isWithinPage ? named(attribs['ac:anchor']) : [];
    }
    default:
      return [];
  }
};
