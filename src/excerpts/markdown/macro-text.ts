import type { Macro } from '../markup/macro';
import { escapeLineStart, escapeMarkdown } from './escape-markdown';
import { formula } from './formula';
import { UNNAMED_PERSON } from './write-link';

/** What a macro shows on its own, and of that what a reader would search for. Both empty when it shows nothing. */
export type MacroText = { readonly markdown: string; readonly text: string };

/** Macros that only frame their body. */
const FRAMES: ReadonlySet<string> = new Set([
  ...['excerpt', 'details', 'section', 'column', 'div', 'span', 'style', 'expand', 'ui-expand', 'ui-tabs', 'toc-zone'],
]);
const WEB_ADDRESS = /^https?:[^\s<>]*$/i;
const NOTHING: MacroText = { markdown: '', text: '' };

/** What the macro itself shows, without its body; undefined when only the body counts. */
export const macroText = (macro: Macro): MacroText | undefined => {
  const parameter = (name: string): string => macro.parameters.get(name) ?? '';
  switch (macro.name) {
    case 'status':
      return plain('[', parameter('title'), ']');
    case 'jira':
      return plain('', parameter('key') || parameter('jqlquery'), '');
    case 'view-file':
    case 'viewpdf':
    case 'viewdoc':
    case 'viewxls':
    case 'viewppt':
    case 'multimedia':
      return plain('', parameter('name'), '');
    case 'drawio':
    case 'drawio-sketch':
    case 'inc-drawio':
    case 'gliffy':
    case 'lucidchart':
    case 'mermaid-cloud':
    case 'plantumlcloud':
      return plain('[diagram: ', diagramName(parameter), ']');
    case 'mathinline':
    case 'mathjax-inline-macro':
    case 'eazy-math-inline':
      return math('$', parameter('body') || parameter('equation'));
    case 'mathblock':
    case 'mathjax-block-macro':
    case 'easy-math-block':
      return math('$$', parameter('body') || parameter('equation'));
    case 'profile':
      return plain('', UNNAMED_PERSON, '');
    case 'widget':
    case 'iframe':
      return address(parameter('url') || parameter('src'));
    default:
      return FRAMES.has(macro.name) || macro.plainBody !== undefined ? undefined : unknown(macro, parameter('title'));
  }
};

const unknown = ({ name }: Macro, title: string): MacroText => ({
  markdown: escapeMarkdown(title === '' ? `[macro: ${name}]` : `[macro: ${name}, ${title}]`),
  text: title,
});

const diagramName = (parameter: (name: string) => string): string =>
  ['diagramdisplayname', 'diagramname', 'filename', 'name', 'title'].map(parameter).find((name) => name !== '') ??
  'unnamed';

const plain = (before: string, text: string, after: string): MacroText =>
  text === '' ? NOTHING : { markdown: escapeLineStart(escapeMarkdown(before + text + after)), text };

const math = (sign: string, tex: string): MacroText => (tex === '' ? NOTHING : formula(tex, sign));

const address = (url: string): MacroText =>
  WEB_ADDRESS.test(url) ? { markdown: `<${url}>`, text: url } : plain('', url, '');
