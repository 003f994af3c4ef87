import { startsBlock } from '../markup/block-elements';
import { isMacro } from '../markup/macro';
import {
  childElements,
  childNamed,
  isElement,
  textContent,
  type StorageElement,
  type StorageNode,
} from '../markup/storage-node';
import type { BlockKind, Container } from '../page-document';
import type { BlockSink } from './block-sink';
import { codeBody } from './code-body';
import { InlineWriter } from './inline-writer';
import { tableBody } from './table-body';
import { writeBlockMacro } from './write-block-macro';
import { writeInline, writeLine } from './write-inline';

/** Always part of a line, whatever it holds: the caption of an image, the body of a link. */
const NEVER_BLOCK: ReadonlySet<string> = new Set(['ac:image', 'ac:link', 'a', 'ac:placeholder']);
const ADF_LABELS: Readonly<Record<string, string>> = { 'decision-item': 'Decision' };

/** Writes nodes as blocks; what stands loose between blocks becomes a paragraph. */
export const writeBlocks = (
  nodes: readonly StorageNode[],
  sink: BlockSink,
  containers: readonly Container[] = [],
): void => {
  let line: InlineWriter | undefined;
  const endLine = (): void => {
    if (line !== undefined) addParagraph(line, sink, containers);
    line = undefined;
  };
  for (const node of nodes) {
    if (isElement(node) && isBlock(node)) {
      endLine();
      writeBlock(node, sink, containers);
    } else if (line !== undefined || isElement(node) || node.trim() !== '') {
      line ??= new InlineWriter();
      writeInline([node], line);
    }
  }
  endLine();
};

const isBlock = (element: StorageElement): boolean =>
  !NEVER_BLOCK.has(element.name) && (element.holdsBlocks || startsBlock(element));

const addParagraph = (line: InlineWriter, sink: BlockSink, containers: readonly Container[]): void => {
  const content = line.finish();
  if (content.markdown === '') return;
  sink.add(kindWithin(containers), { form: 'flow', marker: '', content }, containers);
};

const kindWithin = (containers: readonly Container[]): BlockKind => {
  const innermost = containers.at(-1);
  if (innermost === undefined) return 'paragraph';
  return innermost.kind === 'item' ? 'list-item' : 'panel';
};

const writeBlock = (element: StorageElement, sink: BlockSink, containers: readonly Container[]): void => {
  const { name, children } = element;
  if (isMacro(element)) {
    writeBlockMacro(element, { sink, containers, writeBlocks });
    return;
  }
  switch (name) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const content = writeLine(children);
      if (content.markdown !== '') sink.addHeading(Number(name.slice(1)), content, containers);
      return;
    }
    case 'ul':
    case 'ol':
    case 'ac:task-list':
      writeList(element, sink, containers);
      return;
    case 'table':
      writeTable(element, sink, containers);
      return;
    case 'blockquote':
      writeBlocks(children, sink, [...containers, { kind: 'quote', label: '', firstBlock: sink.blocks.length }]);
      return;
    case 'pre':
    case 'ac:plain-text-body':
      sink.add('code', codeBody(textContent(element), ''), containers);
      return;
    case 'dt':
      writeBlocks([{ ...element, name: 'strong' }], sink, containers);
      return;
    case 'ac:adf-extension':
      writeAdfExtension(element, sink, containers);
      return;
    case 'hr':
      // A rule has no words, and headings already part an excerpt.
      return;
    default:
      writeBlocks(children, sink, containers);
  }
};

const writeList = (list: StorageElement, sink: BlockSink, containers: readonly Container[]): void => {
  const start = Number.parseInt(list.attributes.get('start') ?? '1', 10);
  let number = Number.isNaN(start) ? 1 : start;
  for (const child of list.children) {
    if (isElement(child) && (child.name === 'li' || child.name === 'ac:task')) {
      const marker = list.name === 'ol' ? `${number}. ` : '- ';
      number += 1;
      writeItem(child, marker, sink, containers);
    } else {
      // A list directly inside a list, as older editors left it, belongs to the level it stands on.
      writeBlocks([child], sink, containers);
    }
  }
};

const writeItem = (item: StorageElement, marker: string, sink: BlockSink, containers: readonly Container[]): void => {
  if (item.name === 'li') {
    writeBlocks(item.children, sink, [...containers, { kind: 'item', marker, firstBlock: sink.blocks.length }]);
    return;
  }
  const status = childNamed(item, 'ac:task-status');
  const done = status !== undefined && textContent(status).trim() === 'complete';
  writeBlocks(item.children, sink, [
    ...containers,
    { kind: 'item', marker: done ? '- [x] ' : '- [ ] ', firstBlock: sink.blocks.length },
  ]);
};

/** The extension's own content, or else what it leaves for editors that do not know it: never both. */
const writeAdfExtension = (element: StorageElement, sink: BlockSink, containers: readonly Container[]): void => {
  const fallback = childNamed(element, 'ac:adf-fallback');
  const own = childElements(element).filter(({ name }) => name === 'ac:adf-node');
  if (own.some((node) => textContent(node).trim() !== '' && hasContent(node))) {
    for (const node of own) writeAdfNode(node, sink, containers);
  } else if (fallback !== undefined) writeBlocks(fallback.children, sink, containers);
};

const hasContent = (node: StorageElement): boolean =>
  childElements(node).some(
    (child) => child.name === 'ac:adf-content' || (child.name === 'ac:adf-node' && hasContent(child)),
  );

const writeAdfNode = (node: StorageElement, sink: BlockSink, containers: readonly Container[]): void => {
  const type = node.attributes.get('type') ?? '';
  const attribute = (key: string): string => {
    const found = childElements(node).find(
      (child) => child.name === 'ac:adf-attribute' && child.attributes.get('key') === key,
    );
    return found === undefined ? '' : textContent(found).trim();
  };
  const label = type === 'panel' ? capitalized(attribute('panel-type') || 'panel') : (ADF_LABELS[type] ?? '');
  const inner: readonly Container[] =
    label === '' ? containers : [...containers, { kind: 'quote', label, firstBlock: sink.blocks.length }];
  for (const child of childElements(node)) {
    if (child.name === 'ac:adf-node') writeAdfNode(child, sink, inner);
    else if (child.name === 'ac:adf-content') writeBlocks(child.children, sink, inner);
  }
};

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const writeTable = (table: StorageElement, sink: BlockSink, containers: readonly Container[]): void => {
  const caption = childNamed(table, 'caption');
  if (caption !== undefined) writeBlocks(caption.children, sink, containers);
  const body = tableBody(table, writeBlocks);
  if (body !== undefined) sink.add('table', body, containers);
};
