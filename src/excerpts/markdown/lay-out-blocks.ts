import type { Block, Container } from '../page-document';
import { quoteLabel } from './quote-label';

/** A block, or the lines of a part of it. */
export type BlockPart = { readonly block: Omit<Block, 'markdown'>; readonly lines?: readonly string[] };

type OpenContainer = { readonly container: Container; readonly prefix: string };

/**
 * Writes blocks one below the other as Markdown that stands alone: quotes and lists that they share are opened once, a
 * list item is marked only when its first block is there, and indentation counts only what is shown.
 */
export const layOutBlocks = (parts: readonly BlockPart[]): string => {
  const output: string[] = [];
  let open: readonly OpenContainer[] = [];
  let previous: BlockPart | undefined;
  for (const part of parts) {
    const { block } = part;
    const shared = sharedContainers(open, block.containers);
    const entered = enterContainers(block, shared);
    const outer = shared === 0 ? '' : joinedPrefix(open.slice(0, shared));
    if (previous !== undefined && !continuesList(open, block, shared)) output.push(outer.trimEnd());
    const lines = part.lines ?? bodyLines(block);
    for (const line of entered.length === 0 ? indented(lines, outer) : prefixLines(block, lines, outer, entered)) {
      output.push(line);
    }
    if (shared < open.length || entered.length > 0) {
      open = [...open.slice(0, shared), ...entered.map(({ container, rest }) => ({ container, prefix: rest }))];
    }
    previous = part;
  }
  return output.join('\n');
};

const joinedPrefix = (open: readonly OpenContainer[]): string => open.map(({ prefix }) => prefix).join('');

const indented = (lines: readonly string[], prefix: string): readonly string[] =>
  prefix === '' ? lines : lines.map((line) => (line === '' ? prefix.trimEnd() : prefix + line));

/** The lines of a whole block, without what it stands in. */
const bodyLines = ({ body }: Pick<Block, 'body'>): readonly string[] => {
  switch (body.form) {
    case 'flow':
      return (body.marker + body.content.markdown).split('\n');
    case 'code':
      return [body.opening, ...body.code.split('\n'), body.closing];
    case 'table':
      return [...body.head.markdown.split('\n'), ...body.rows.map(({ markdown }) => markdown)];
  }
};

type EnteredContainer = { readonly container: Container; readonly first: string; readonly rest: string };

const sharedContainers = (open: readonly OpenContainer[], containers: readonly Container[]): number => {
  const different = containers.findIndex((container, index) => open[index]?.container !== container);
  return different === -1 ? containers.length : different;
};

const enterContainers = (
  { containers, startsContainer }: BlockPart['block'],
  shared: number,
): readonly EnteredContainer[] =>
  containers.slice(shared).map((container, index) => {
    if (container.kind === 'quote') return { container, first: '> ', rest: '> ' };
    // A later block of an item whose beginning is not shown stands without its list.
    if (shared + index < startsContainer) return { container, first: '', rest: '' };
    // What belongs to a task stands below the text behind `- `, not behind `- [x] `.
    return { container, first: container.marker, rest: ' '.repeat(container.marker.indexOf(' ') + 1) };
  });

/**
 * Lines with their prefixes. A quote says what it is when it opens: before its text, or else on a line of its own; of
 * quotes that open at once each does.
 */
const prefixLines = (
  { body }: BlockPart['block'],
  lines: readonly string[],
  outer: string,
  entered: readonly EnteredContainer[],
): readonly string[] => {
  const output: string[] = [];
  let begun = 0;
  const prefixUpTo = (end: number): string =>
    outer + entered.slice(0, end).reduce((sum, { first, rest }, place) => sum + (place < begun ? rest : first), '');
  let beside = '';
  for (const [place, { container }] of entered.entries()) {
    if (container.kind === 'item' || container.label === '') continue;
    const label = quoteLabel(container.label);
    if (place === entered.length - 1 && body.form === 'flow' && body.marker === '') beside = `${label} `;
    else {
      output.push(prefixUpTo(place + 1) + label);
      begun = place + 1;
      output.push(prefixUpTo(begun).trimEnd());
    }
  }
  for (const line of lines) {
    const prefix = prefixUpTo(entered.length) + beside;
    output.push(line === '' ? prefix.trimEnd() : prefix + line);
    begun = entered.length;
    beside = '';
  }
  return output;
};

/** Items of one list, and the list below an item, follow without an empty line; but not text that lost its marker. */
const continuesList = (open: readonly OpenContainer[], next: BlockPart['block'], shared: number): boolean => {
  const opensItem = next.containers.slice(Math.max(shared, next.startsContainer)).some(({ kind }) => kind === 'item');
  const besideItem = [open[shared], open[shared - 1]].some(
    (beside) => beside?.container.kind === 'item' && beside.prefix !== '',
  );
  return opensItem && besideItem;
};
