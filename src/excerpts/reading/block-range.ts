import { escapeLineStart, escapeMarkdown } from '../markdown/escape-markdown';
import type { BlockPart } from '../markdown/lay-out-blocks';
import { markdownPlaces } from '../markdown/markdown-places';
import type { Block } from '../page-document';
import { rowStarts, type TableBody } from './text-stops';

/** Places in a block's text: from the one on, before the other. */
export type TextRange = { readonly from: number; readonly to: number };

/**
 * A part of a block as Markdown that stands alone: code in fences of its own, rows below the table's head. A range that
 * begins or ends inside something that must stay whole (a link, a row) gives its text without markup.
 */
export const blockRange = (block: Block, range: TextRange): BlockPart => ({ block, lines: rangeLines(block, range) });

/** The text of a part alone, without what it stands in. */
export const plainRange = (block: Block, { from, to }: TextRange): BlockPart => ({
  block: { ...block, containers: [], startsContainer: 0 },
  lines: plainLines(block.text.slice(from, to)),
});

/** The lines that every part of a block repeats. */
export const frameLines = ({ body }: Block): readonly string[] => {
  switch (body.form) {
    case 'flow':
      return [body.marker];
    case 'code':
      return [body.opening, '', body.closing];
    case 'table':
      return body.head.markdown.split('\n');
  }
};

const rangeLines = ({ body, text }: Block, { from, to }: TextRange): readonly string[] => {
  switch (body.form) {
    case 'flow': {
      const [start, end] = markdownPlaces(body.content, [from, to]);
      if (start === undefined || end === undefined) return plainLines(text.slice(from, to));
      const slice = body.content.markdown.slice(start, end).trim().replace(/\\$/, '');
      return (from === 0 ? body.marker + slice : escapeLineStart(slice)).split('\n');
    }
    case 'code':
      return [body.opening, ...text.slice(from, to).replace(/\n$/, '').split('\n'), body.closing];
    case 'table':
      return wholeRows(body, { from, to }, text.length) ?? plainLines(text.slice(from, to));
  }
};

const wholeRows = (
  { head, rows }: TableBody,
  { from, to }: TextRange,
  length: number,
): readonly string[] | undefined => {
  const starts = rowStarts({ head, rows });
  const first = from === 0 ? 0 : starts.indexOf(from);
  const end = to === length ? rows.length : starts.indexOf(to);
  if (first === -1 || end === -1) return undefined;
  return [...head.markdown.split('\n'), ...rows.slice(first, end).map(({ markdown }) => markdown)];
};

const plainLines = (text: string): readonly string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => escapeLineStart(escapeMarkdown(line.trim())));
