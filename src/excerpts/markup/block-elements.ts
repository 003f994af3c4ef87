import { isMacro, macroName } from './macro';
import type { StorageElement } from './storage-node';

/** Elements that begin a line of their own; every other element is part of a line. */
const BLOCK_ELEMENTS: ReadonlySet<string> = new Set([
  ...['p', 'div', 'section', 'article', 'header', 'footer', 'blockquote', 'pre', 'hr', 'details', 'summary', 'center'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd'],
  ...['table', 'caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['ac:layout', 'ac:layout-section', 'ac:layout-cell', 'ac:rich-text-body', 'ac:plain-text-body'],
  ...[
    'ac:task-list',
    'ac:task',
    'ac:task-body',
    'ac:adf-extension',
    'ac:adf-node',
    'ac:adf-content',
    'ac:adf-fallback',
  ],
]);

/** Macros that stand on a line of their own although they have no body. */
const BLOCK_MACROS: ReadonlySet<string> = new Set([
  ...[
    'toc',
    'toc-zone',
    'children',
    'pagetree',
    'pagetreesearch',
    'include',
    'excerpt-include',
    'attachments',
    'gallery',
  ],
  ...['contentbylabel', 'recently-updated', 'livesearch', 'detailssummary', 'widget', 'iframe'],
  ...['drawio', 'drawio-sketch', 'inc-drawio', 'gliffy', 'lucidchart', 'mermaid-cloud', 'plantumlcloud'],
  ...['easy-math-block', 'mathblock', 'mathjax-block-macro'],
]);

/** Whether the element ends the line before it. Says nothing of what it holds. */
export const startsBlock = (element: Pick<StorageElement, 'name' | 'attributes'>): boolean =>
  BLOCK_ELEMENTS.has(element.name) || (isMacro(element) && BLOCK_MACROS.has(macroName(element)));
