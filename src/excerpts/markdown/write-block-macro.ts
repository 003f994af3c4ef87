import { readMacro, type Macro } from '../markup/macro';
import type { StorageElement, StorageNode } from '../markup/storage-node';
import type { Container } from '../page-document';
import type { BlockSink } from './block-sink';
import { codeBody } from './code-body';
import { escapeMarkdown } from './escape-markdown';
import { InlineWriter } from './inline-writer';
import { ownText } from './write-inline-macro';

export type BlockPlace = {
  readonly sink: BlockSink;
  readonly containers: readonly Container[];
  readonly writeBlocks: (nodes: readonly StorageNode[], sink: BlockSink, containers: readonly Container[]) => void;
};

const PANELS: Readonly<Record<string, string>> = {
  info: 'Info',
  note: 'Note',
  warning: 'Warning',
  tip: 'Tip',
  panel: '',
};
/** Show a list that Confluence makes when the page is viewed: nothing of it is in the page. */
const GENERATED: ReadonlySet<string> = new Set([
  ...['toc', 'toc-zone', 'children', 'pagetree', 'pagetreesearch', 'recently-updated', 'livesearch', 'contentbylabel'],
]);
const EMBEDS: Readonly<Record<string, string>> = {
  include: 'Includes the page',
  'excerpt-include': 'Includes an excerpt of the page',
};

/** A macro that stands on lines of its own. One this app does not know keeps its body and says its name. */
export const writeBlockMacro = (element: StorageElement, place: BlockPlace): void => {
  const macro = readMacro(element);
  const parameter = (name: string): string => macro.parameters.get(name) ?? '';
  const title = parameter('title');
  const label = Object.hasOwn(PANELS, macro.name) ? PANELS[macro.name] : undefined;
  const embeds = Object.hasOwn(EMBEDS, macro.name) ? EMBEDS[macro.name] : undefined;
  if (macro.plainBody !== undefined) writeCode(macro, macro.plainBody, place);
  else if (label !== undefined) {
    const named = [label, title].filter((part) => part !== '').join(': ');
    writeBody(macro, {
      ...place,
      containers: [...place.containers, { kind: 'quote', label: named, firstBlock: place.sink.blocks.length }],
    });
  } else if (embeds !== undefined) writeNote(`${embeds} “${parameter('')}”.`, parameter(''), place);
  else if (macro.name === 'expand' || macro.name === 'ui-expand') {
    if (title !== '') writeNote(`**${escapeMarkdown(title)}**`, title, place);
    writeBody(macro, place);
  } else {
    const own = GENERATED.has(macro.name) ? undefined : ownText(macro);
    if (own !== undefined && own.shown !== '') writeNote(own.shown, own.text, place);
    writeBody(macro, place);
  }
};

/** Code, or text that another language gives meaning: `noformat` has none, a diagram's is the macro's name. */
const writeCode = (macro: Macro, code: string, { sink, containers }: BlockPlace): void => {
  const title = macro.parameters.get('title') ?? '';
  if (title !== '')
    writeNote(`**${escapeMarkdown(title)}**`, title, { sink, containers, writeBlocks: () => undefined });
  if (code.trim() === '') return;
  sink.add('code', codeBody(code, languageOf(macro)), containers);
};

const languageOf = (macro: Macro): string => {
  if (macro.name === 'code') return macro.parameters.get('language') ?? '';
  return macro.name === 'noformat' ? '' : macro.name;
};

const writeBody = ({ richBody }: Macro, { sink, containers, writeBlocks }: BlockPlace): void => {
  if (richBody !== undefined) writeBlocks(richBody.children, sink, containers);
};

const writeNote = (markdown: string, text: string, { sink, containers }: BlockPlace): void => {
  const writer = new InlineWriter();
  writer.whole(markdown, text);
  sink.add('paragraph', { form: 'flow', marker: '', content: writer.finish() }, containers);
};
