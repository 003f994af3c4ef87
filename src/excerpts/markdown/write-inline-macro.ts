import { readMacro, type Macro } from '../markup/macro';
import type { StorageElement, StorageNode } from '../markup/storage-node';
import { escapeMarkdown } from './escape-markdown';
import type { InlineWriter, WrittenInline } from './inline-writer';

/** Macros that show nothing of their own. */
const SILENT: ReadonlySet<string> = new Set(['anchor', 'toc', 'toc-zone', 'children', 'pagetree', 'pagetreesearch']);

/** Macros that only frame their body. */
const FRAMES: ReadonlySet<string> = new Set([
  'excerpt',
  'details',
  'section',
  'column',
  'div',
  'span',
  'style',
  'expand',
]);

/** A macro within a line. One this app does not know keeps its body and says its name. */
export const writeInlineMacro = (
  element: StorageElement,
  writer: InlineWriter,
  writeLine: (nodes: readonly StorageNode[]) => WrittenInline,
): void => {
  const macro = readMacro(element);
  if (SILENT.has(macro.name)) return;
  const own = ownText(macro);
  if (own !== undefined) writer.whole(escapeMarkdown(own.shown), own.text);
  if (macro.plainBody !== undefined) writer.code(macro.plainBody);
  if (macro.richBody !== undefined) {
    const body = writeLine(macro.richBody.children);
    writer.space();
    writer.whole(body.markdown, body.text);
    writer.space();
  }
};

/** What the macro itself shows, without its body: in Markdown, and of that what a reader would search for. */
export const ownText = (macro: Macro): { readonly shown: string; readonly text: string } | undefined => {
  const parameter = (name: string): string => macro.parameters.get(name) ?? '';
  switch (macro.name) {
    case 'status':
      return named('[', parameter('title'), ']');
    case 'jira': {
      const issue = parameter('key') || parameter('jqlquery');
      return named('', issue, '');
    }
    case 'view-file':
    case 'viewpdf':
    case 'viewdoc':
    case 'viewxls':
    case 'viewppt':
    case 'multimedia':
      return named('', parameter('name'), '');
    case 'mathinline':
    case 'mathjax-inline-macro':
      return named('$', parameter('body') || parameter('equation'), '$');
    default:
      if (FRAMES.has(macro.name) || macro.plainBody !== undefined) return undefined;
      return { shown: `[macro: ${macro.name}]`, text: '' };
  }
};

const named = (before: string, text: string, after: string): { readonly shown: string; readonly text: string } =>
  text === '' ? { shown: '', text: '' } : { shown: before + text + after, text };
