import { readMacro, type Macro } from '../markup/macro';
import type { StorageElement, StorageNode } from '../markup/storage-node';
import type { Container } from '../page-document';
import type { BlockSink } from './block-sink';
import { codeBody } from './code-body';
import { diagramSource } from './diagram-source';
import { escapeMarkdown } from './escape-markdown';
import { InlineWriter } from './inline-writer';
import { macroText } from './macro-text';

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
  ...['toc', 'children', 'pagetree', 'pagetreesearch', 'recently-updated', 'livesearch', 'contentbylabel'],
]);
const EMBEDS: Readonly<Record<string, string>> = {
  include: 'the page',
  'excerpt-include': 'an excerpt of the page',
};
/** Macros whose body is folded away or one of several under tabs, with a title to open it by. */
const TITLED: ReadonlySet<string> = new Set(['expand', 'ui-expand', 'ui-tab', 'tab', 'auitabspage', 'toc-zone']);

/** A macro that stands on lines of its own. One this app does not know keeps its body and says its name. */
export const writeBlockMacro = (element: StorageElement, place: BlockPlace): void => {
  const macro = readMacro(element);
  const parameter = (name: string): string => macro.parameters.get(name) ?? '';
  const title = parameter('title');
  const label = Object.hasOwn(PANELS, macro.name) ? PANELS[macro.name] : undefined;
  const embeds = Object.hasOwn(EMBEDS, macro.name) ? EMBEDS[macro.name] : undefined;
  const diagram = diagramSource(macro);
  if (diagram !== undefined) place.sink.add('code', codeBody(diagram, 'plantuml'), place.containers);
  else if (macro.plainBody !== undefined) {
    writeCode(macro, macro.plainBody, place);
    writeBody(macro, place);
  } else if (label !== undefined) writePanel(macro, label, place);
  else if (embeds !== undefined) writeEmbed(macro, embeds, place);
  else if (TITLED.has(macro.name)) {
    if (title !== '') writeTitle(title, place);
    writeBody(macro, place);
  } else {
    const own = GENERATED.has(macro.name) ? undefined : macroText(macro);
    if (own !== undefined && own.markdown !== '') writeNote(own.markdown, own.text, place);
    writeBody(macro, place);
  }
};

/** A quote that says what it is; of a panel without content the title remains. */
const writePanel = (macro: Macro, label: string, place: BlockPlace): void => {
  const title = macro.parameters.get('title') ?? '';
  const firstBlock = place.sink.blocks.length;
  const named = [label, title].filter((part) => part !== '').join(': ');
  writeBody(macro, { ...place, containers: [...place.containers, { kind: 'quote', label: named, title, firstBlock }] });
  if (place.sink.blocks.length === firstBlock && title !== '') writeTitle(title, place);
};

/** Code, or text that another language gives meaning: `noformat` has none, a diagram's is the macro's name. */
const writeCode = (macro: Macro, code: string, place: BlockPlace): void => {
  const title = macro.parameters.get('title') ?? '';
  if (title !== '') writeTitle(title, place);
  if (code.trim() === '') return;
  place.sink.add('code', codeBody(code, languageOf(macro)), place.containers);
};

const languageOf = (macro: Macro): string => {
  if (macro.name === 'code') return macro.parameters.get('language') ?? '';
  return macro.name === 'noformat' ? '' : macro.name;
};

/** Says which page is shown here: its content is not in this page. */
const writeEmbed = ({ parameters }: Macro, what: string, place: BlockPlace): void => {
  const page = parameters.get('') ?? '';
  const excerpt = parameters.get('name') ?? '';
  const named = excerpt === '' ? what : `the excerpt “${excerpt}” of the page`;
  writeNote(escapeMarkdown(`Includes ${named} “${page}”.`), [excerpt, page].join(' ').trim(), place);
};

const writeBody = ({ richBody }: Macro, { sink, containers, writeBlocks }: BlockPlace): void => {
  if (richBody !== undefined) writeBlocks(richBody.children, sink, containers);
};

const writeTitle = (title: string, place: BlockPlace): void => {
  writeNote(`**${escapeMarkdown(title)}**`, title, place);
};

const writeNote = (markdown: string, text: string, { sink, containers }: BlockPlace): void => {
  const writer = new InlineWriter();
  writer.whole(markdown, text);
  sink.add('paragraph', { form: 'flow', marker: '', content: writer.finish() }, containers);
};
