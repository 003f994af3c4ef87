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
import { IN_HEADING, writeInline, writeLine } from './write-inline';

/** Always part of a line, whatever it holds: the caption of an image, the body of a link. */
const NEVER_BLOCK: ReadonlySet<string> = new Set(['ac:image', 'ac:link', 'a', 'ac:placeholder']);
const ADF_LABELS: ReadonlyMap<string, string> = new Map([['decision-item', 'Decision']]);

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
      const content = writeLine(children, IN_HEADING);
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
      writeBlocks(children, sink, [
        ...containers,
        { kind: 'quote', label: '', title: '', firstBlock: sink.blocks.length },
      ]);
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
  // What stands directly in the list, as nested tasks do, and lists of older editors, belongs to the item before it.
  let inner = containers;
  for (const child of list.children) {
    if (isElement(child) && (child.name === 'li' || child.name === 'ac:task')) {
      const marker = list.name === 'ol' ? `${number}. ` : '- ';
      number += 1;
      inner = [...containers, { kind: 'item', marker: markerOf(child, marker), firstBlock: sink.blocks.length }];
      writeBlocks(child.children, sink, inner);
    } else writeBlocks([child], sink, inner);
  }
};

const markerOf = (item: StorageElement, marker: string): string => {
  if (item.name === 'li') return marker;
  const status = childNamed(item, 'ac:task-status');
  return status !== undefined && textContent(status).trim() === 'complete' ? '- [x] ' : '- [ ] ';
};

/** The extension's own content, or else what it leaves for editors that do not know it: never both. */
const writeAdfExtension = (element: StorageElement, sink: BlockSink, containers: readonly Container[]): void => {
  const fallback = childNamed(element, 'ac:adf-fallback');
  const before = sink.blocks.length;
  for (const node of childElements(element)) {
    if (node.name === 'ac:adf-node') writeAdfNode(node, sink, containers);
  }
  if (sink.blocks.length === before && fallback !== undefined) writeBlocks(fallback.children, sink, containers);
};

const writeAdfNode = (node: StorageElement, sink: BlockSink, containers: readonly Container[]): void => {
  const type = node.attributes.get('type') ?? '';
  const attribute = (key: string): string => {
    const found = childElements(node).find(
      (child) => child.name === 'ac:adf-attribute' && child.attributes.get('key') === key,
    );
    return found === undefined ? '' : textContent(found).trim();
  };
  const label = type === 'panel' ? panelLabel(attribute('panel-type')) : (ADF_LABELS.get(type) ?? '');
  const isQuote = label !== '' || type === 'panel';
  const inner: readonly Container[] = !isQuote
    ? containers
    : [...containers, { kind: 'quote', label, title: '', firstBlock: sink.blocks.length }];
  for (const child of childElements(node)) {
    if (child.name === 'ac:adf-node') writeAdfNode(child, sink, inner);
    else if (child.name === 'ac:adf-content') writeBlocks(child.children, sink, inner);
  }
};

/** A custom panel has a colour and an icon of its own, and no name. */
const panelLabel = (type: string): string => (type === 'custom' ? '' : capitalized(type || 'panel'));

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const writeTable = (table: StorageElement, sink: BlockSink, containers: readonly Container[]): void => {
  const caption = childNamed(table, 'caption');
  if (caption !== undefined) writeBlocks(caption.children, sink, containers);
  const body = tableBody(table, writeBlocks);
  if (body !== undefined) sink.add('table', body, containers);
};
