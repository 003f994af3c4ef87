import { layOutBlocks, type BlockPart } from '../markdown/lay-out-blocks';
import { escapeLineStart } from '../markdown/escape-markdown';
import type { Block } from '../page-document';
import type { Unit } from './page-units';

const ELLIPSIS = '…';

/** Markdown of units that follow each other. */
export const renderRun = (blocks: readonly Block[], run: readonly Unit[]): string => {
  const parts: BlockPart[] = [];
  for (let first = 0; first < run.length;) {
    const block = blocks[run[first]?.block ?? 0];
    let last = first;
    while (run[last + 1]?.block === run[first]?.block) last += 1;
    const start = run[first]?.start ?? 0;
    const end = run[last]?.end ?? 0;
    if (block !== undefined) parts.push({ block, lines: partLines(block, start, end) });
    first = last + 1;
  }
  return layOutBlocks(parts);
};

const partLines = ({ body }: Block, start: number, end: number): readonly string[] => {
  switch (body.form) {
    case 'flow': {
      const slice = body.content.markdown.slice(start, end).trim().replace(/\\$/, '');
      return (body.marker + (start === 0 ? slice : escapeLineStart(slice))).split('\n');
    }
    case 'code': {
      const lines = body.code.split('\n');
      const before = start > 0 ? [ELLIPSIS] : [];
      const after = end < lines.length ? [ELLIPSIS] : [];
      return [body.opening, ...before, ...lines.slice(start, end), ...after, body.closing];
    }
    case 'table':
      return [...body.head.markdown.split('\n'), ...body.rows.slice(start, end).map(({ markdown }) => markdown)];
  }
};
