import { startsBlock } from '../markup/block-elements';
import { isMacro } from '../markup/macro';
import { resourceOf } from '../markup/resource';
import {
  childElements,
  childNamed,
  isElement,
  textContent,
  type StorageElement,
  type StorageNode,
} from '../markup/storage-node';
import { emoticonText } from './emoticons';
import { escapeLabel, linkTarget } from './escape-markdown';
import { formula } from './formula';
import { InlineWriter, type WrittenInline } from './inline-writer';
import { writeInlineMacro } from './write-inline-macro';
import { writeAnchorElement, writeConfluenceLink } from './write-link';

const EMPHASIS: Readonly<Record<string, string>> = {
  ...{ strong: '**', b: '**' },
  ...{ em: '*', i: '*', cite: '*' },
  ...{ del: '~~', s: '~~', strike: '~~' },
};
const CODE: ReadonlySet<string> = new Set(['code', 'tt', 'kbd', 'samp']);
const UNSEEN: ReadonlySet<string> = new Set([
  ...['script', 'style', 'ac:placeholder', 'ac:parameter', 'ac:task-id', 'ac:task-uuid', 'ac:task-status', 'colgroup'],
  'ac:adf-attribute',
]);

/** Which emphasis surrounds the text, and whether a link or a heading does: none of them may stand in itself. */
export type InlineContext = { readonly inside: ReadonlySet<string> };

/** A heading is a single line. */
export const IN_HEADING: InlineContext = { inside: new Set(['heading']) };

/** Renders nodes as one line; what would start a line of its own is set off by a space. */
export const writeLine = (nodes: readonly StorageNode[], context: InlineContext = TOP): WrittenInline => {
  const writer = new InlineWriter();
  writeInline(nodes, writer, context);
  return writer.finish();
};

export const writeInline = (
  nodes: readonly StorageNode[],
  writer: InlineWriter,
  context: InlineContext = TOP,
): void => {
  for (const node of nodes) {
    if (isElement(node)) writeInlineElement(node, writer, context);
    else writer.text(node);
  }
};

const TOP: InlineContext = { inside: new Set() };

const within = (context: InlineContext, what: string): InlineContext => ({
  inside: new Set([...context.inside, what]),
});

const writeInlineElement = (element: StorageElement, writer: InlineWriter, context: InlineContext): void => {
  const { name, children } = element;
  const marker = Object.hasOwn(EMPHASIS, name) ? EMPHASIS[name] : undefined;
  if (UNSEEN.has(name) || element.attributes.get('aria-hidden') === 'true') return;
  if (marker !== undefined) writeEmphasis(marker, children, writer, context);
  else if (CODE.has(name)) writeCode(element, writer, context);
  else if (isMacro(element)) writeInlineMacro(element, writer, (nodes) => writeLine(nodes, context));
  else if (startsBlock(element)) {
    writer.space();
    writeInline(children, writer, context);
    writer.space();
  } else writeByName(element, writer, context);
};

const writeByName = (element: StorageElement, writer: InlineWriter, context: InlineContext): void => {
  const { name, attributes, children } = element;
  switch (name) {
    case 'br':
      if (context.inside.has('heading')) writer.space();
      else writer.breakLine();
      return;
    case 'a':
    case 'ac:link':
      writeLinkElement(element, writer, context);
      return;
    case 'ac:image':
    case 'img':
      writeImage(element, writer);
      return;
    case 'ac:emoticon':
      writer.whole(emoticonText(element), emoticonText(element));
      return;
    case 'time':
      writer.text(attributes.get('datetime') ?? '');
      writeInline(children, writer, context);
      return;
    case 'math':
      writeMath(element, writer, context);
      return;
    case 'sup':
      // 10<sup>6</sup> is not 106.
      writer.text('^');
      writeInline(children, writer, context);
      return;
    default:
      writeInline(children, writer, context);
  }
};

const writeEmphasis = (
  marker: string,
  children: readonly StorageNode[],
  writer: InlineWriter,
  context: InlineContext,
): void => {
  if (context.inside.has(marker)) writeInline(children, writer, context);
  else writer.emphasis(marker, writeLine(children, within(context, marker)));
};

/** A code span holds no markup, so code with a link or image inside gives up its looks rather than its content. */
const writeCode = (element: StorageElement, writer: InlineWriter, context: InlineContext): void => {
  if (holdsMoreThanText(element)) {
    writeInline(element.children, writer, context);
    return;
  }
  writer.code(textContent(element));
};

const holdsMoreThanText = (element: StorageElement): boolean =>
  element.children.some(
    (child) => isElement(child) && (/^(?:a$|ac:|br$|img$|time$)/.test(child.name) || holdsMoreThanText(child)),
  );

/** A formula as its TeX source where it brings that along; its elements only say how it is drawn. */
const writeMath = (element: StorageElement, writer: InlineWriter, context: InlineContext): void => {
  const parts = childElements(childNamed(element, 'semantics') ?? element);
  const source = parts.find(
    ({ name, attributes }) => name === 'annotation' && attributes.get('encoding')?.includes('tex'),
  );
  const tex = source === undefined ? '' : textContent(source).trim();
  if (tex === '') writeInline(element.children, writer, context);
  else {
    const { markdown, text } = formula(tex, '$');
    writer.whole(markdown, text);
  }
};

const writeLinkElement = (element: StorageElement, writer: InlineWriter, context: InlineContext): void => {
  const write = (nodes: readonly StorageNode[]): WrittenInline => writeLine(nodes, within(context, 'link'));
  if (context.inside.has('link')) writeInline(element.children, writer, context);
  else if (element.name === 'a') writeAnchorElement(element, writer, write);
  else writeConfluenceLink(element, writer, write);
};

/** The alternative text, or the caption; both when they differ. */
const writeImage = (element: StorageElement, writer: InlineWriter): void => {
  const { attributes } = element;
  const resource = resourceOf(element);
  const target =
    resource?.kind === 'attachment'
      ? resource.fileName
      : resource?.kind === 'url'
        ? resource.url
        : (attributes.get('src') ?? '');
  const captionElement = childNamed(element, 'ac:caption');
  const caption = captionElement === undefined ? '' : writeLine(captionElement.children).text;
  const alt = attributes.get('ac:alt') ?? attributes.get('alt') ?? attributes.get('ac:title') ?? '';
  const label = (alt === '' ? caption : alt).replace(/\s+/g, ' ');
  const shownTarget = /^data:/i.test(target) ? '' : linkTarget(target);
  writer.whole(`![${escapeLabel(label)}](${shownTarget})`, label === '' ? target : label);
  if (caption !== '' && caption !== label) {
    writer.space();
    writer.text(caption);
  }
};
