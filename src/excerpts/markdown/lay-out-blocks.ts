import type { Block, Container } from '../page-document';

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
    const outer = open
      .slice(0, shared)
      .map(({ prefix }) => prefix)
      .join('');
    if (previous !== undefined && !continuesList(previous.block, block, shared)) output.push(outer.trimEnd());
    output.push(...prefixLines(labelled(block, part.lines ?? bodyLines(block), entered), outer, entered));
    open = [...open.slice(0, shared), ...entered.map(({ container, rest }) => ({ container, prefix: rest }))];
    previous = part;
  }
  return output.join('\n');
};

/** The lines of a whole block, without what it stands in. */
export const bodyLines = ({ body }: Pick<Block, 'body'>): readonly string[] =>
  body.form === 'flow'
    ? (body.marker + body.content.markdown).split('\n')
    : [...body.opening, ...body.lines.flatMap(({ markdown }) => markdown.split('\n')), ...body.closing];

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
    return { container, first: container.marker, rest: ' '.repeat(container.marker.length) };
  });

/** A quote says what it is when it opens: before its text if it begins with text, else on a line of its own. */
const labelled = (
  { body }: BlockPart['block'],
  lines: readonly string[],
  entered: readonly EnteredContainer[],
): readonly string[] => {
  const labels = entered.flatMap(({ container }) =>
    container.kind === 'quote' && container.label !== '' ? [container.label] : [],
  );
  if (labels.length === 0) return lines;
  const label = `**${labels.join(': ')}:**`;
  const startsWithText = body.form === 'flow' && body.marker === '' && entered.at(-1)?.container.kind === 'quote';
  return startsWithText ? [`${label} ${lines[0] ?? ''}`, ...lines.slice(1)] : [label, '', ...lines];
};

const prefixLines = (
  lines: readonly string[],
  outer: string,
  entered: readonly EnteredContainer[],
): readonly string[] => {
  const first = outer + entered.map((each) => each.first).join('');
  const rest = outer + entered.map((each) => each.rest).join('');
  return lines.map((line, index) => ((index === 0 ? first : rest) + line).trimEnd());
};

/** Items of one list, and the list below an item, follow without an empty line. */
const continuesList = (previous: BlockPart['block'], next: BlockPart['block'], shared: number): boolean => {
  const opensItem = next.containers[next.startsContainer]?.kind === 'item' && next.startsContainer >= shared;
  return (
    opensItem && previous.containers.length > shared - 1 && previous.containers.some(({ kind }) => kind === 'item')
  );
};
