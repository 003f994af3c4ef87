import { Parser } from 'htmlparser2';

/** Elements whose text is no text of the page: what a macro is told, and the bookkeeping of tasks. */
const SILENT: ReadonlySet<string> = new Set([
  'ac:parameter',
  'ac:task-id',
  'ac:task-uuid',
  'ac:task-status',
  'ac:placeholder',
  'ac:adf-attribute',
  'ac:adf-fallback',
]);

const BLOCKS: ReadonlySet<string> = new Set([
  ...['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'table', 'tr', 'blockquote', 'pre', 'br', 'hr'],
  ...['ac:plain-text-body', 'ac:rich-text-body', 'ac:task', 'ac:layout-cell'],
]);

const CELLS: ReadonlySet<string> = new Set(['td', 'th']);

/**
 * The text of a body in storage format as the search index sees it: tags gone, entities decoded, CDATA kept, blocks
 * on lines of their own. Tables and code are flattened. Never throws: a broken body yields what can be read.
 */
export const storageToText = (storage: string): string => {
  const pieces: string[] = [];
  let silent = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (SILENT.has(name)) silent += 1;
        pieces.push(separator(name));
      },
      onclosetag: (name) => {
        if (SILENT.has(name)) silent -= 1;
        pieces.push(separator(name));
      },
      ontext: (text) => {
        if (silent === 0) pieces.push(text);
      },
    },
    { decodeEntities: true, recognizeCDATA: true, recognizeSelfClosing: true },
  );
  parser.end(storage);
  return pieces
    .join('')
    .replace(/[ \t]*\n\s*/gu, '\n')
    .replace(/[ \t]{2,}/gu, ' ')
    .trim();
};

const separator = (name: string): string => {
  if (BLOCKS.has(name)) return '\n';
  return CELLS.has(name) ? ' ' : '';
};
