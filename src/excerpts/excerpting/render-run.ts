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

const partLines = (block: Block, start: number, end: number): readonly string[] => {
  const { body } = block;
  if (body.form === 'flow') {
    const slice = body.content.markdown.slice(start, end).trim().replace(/\\$/, '');
    return (body.marker + (start === 0 ? slice : escapeLineStart(slice))).split('\n');
  }
  const { opening, lines, closing } = body;
  const shown = lines.slice(start, end).flatMap(({ markdown }) => markdown.split('\n'));
  if (block.kind === 'table') {
    return start > 0 ? [...headOf(block), ...shown] : [...opening, ...shown];
  }
  const before = start > 0 ? [ELLIPSIS] : [];
  const after = end < lines.length ? [ELLIPSIS] : [];
  return [...opening, ...before, ...shown, ...after, ...closing];
};

/** What stands above every part of a block of lines: the fence, the head of a table. */
export const headOf = ({ body, kind }: Block): readonly string[] => {
  if (body.form === 'flow') return [];
  // A table with a head of its own has it as its first line.
  return kind === 'table' && body.opening.length === 0 ? (body.lines[0]?.markdown.split('\n') ?? []) : body.opening;
};
