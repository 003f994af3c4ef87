import { childElements, type StorageElement, type StorageNode } from '../markup/storage-node';
import type { Block, BlockBody, Container, TableRow } from '../page-document';
import { createBlockSink, type BlockSink } from './block-sink';
import { codeSpan } from './escape-markdown';
import { quoteLabel } from './quote-label';

/** Cells that stand in the page are all kept; what spans repeat stays within as many columns. */
const MAX_SPREAD_COLUMNS = 100;
const SPARE_CHARACTERS = 2000;
/** More rows of header cells are no head, but a table that has no others. */
const MAX_HEAD_ROWS = 3;
const ONLY_STRONG = /^\*\*[^*]+\*\*$/;
const UNESCAPED_PIPE = /(?<!\\)\|/g;

type Cell = { readonly markdown: string; readonly text: string; readonly columns: number; readonly rows: number };
type Row = { readonly cells: readonly Cell[]; readonly isHeader: boolean };
type WriteBlocks = (nodes: readonly StorageNode[], sink: BlockSink, containers: readonly Container[]) => void;

const EMPTY: Cell = { markdown: '', text: '', columns: 1, rows: 1 };

/**
 * A pipe table. Rows of header cells at its beginning head it; where it has none, a first row all in bold does, which is
 * how pages that were pasted or are old have it. A table without either gets an empty head, which Markdown demands. A cell
 * that spans rows is repeated in each of them, so that a row makes sense alone; of one that spans columns the rest stays
 * empty. Undefined when there is not a single filled cell.
 */
export const tableBody = (table: StorageElement, writeBlocks: WriteBlocks): BlockBody | undefined => {
  const rows = spreadSpans(rowElements(table).map((row) => readRow(row, writeBlocks)));
  const filled = rows.filter(({ cells }) => cells.some(({ markdown }) => markdown !== ''));
  const [first] = filled;
  if (first === undefined) return undefined;
  const width = filled.reduce((widest, { cells }) => Math.max(widest, cells.length), 1);
  const headCount = countHeadRows(filled);
  const padded = Array.from({ length: width }, (_, column) => (headCount > 0 ? first.cells[column] : EMPTY) ?? EMPTY);
  const headRow = toRow(padded);
  const delimiter = `|${' --- |'.repeat(width)}`;
  const further = filled.slice(1, headCount).map(({ cells }) => toRow(withoutEmptyEnd(cells)));
  return {
    form: 'table',
    head: {
      markdown: [headRow.markdown, delimiter, ...further.map(({ markdown }) => markdown)].join('\n'),
      text: [headRow, ...further].map(({ text }) => text).join('\n'),
    },
    rows: filled.slice(headCount).map(({ cells }) => toRow(withoutEmptyEnd(cells))),
  };
};

const countHeadRows = (rows: readonly Row[]): number => {
  const first = rows.findIndex(({ isHeader }) => !isHeader);
  if (first > 0 && first <= MAX_HEAD_ROWS) return first;
  if (first !== 0) return 1;
  return rows.length > 1 && isStrong(rows[0]) && !isStrong(rows[1]) ? 1 : 0;
};

const isStrong = (row: Row | undefined): boolean => {
  const filled = row?.cells.filter(({ markdown }) => markdown !== '') ?? [];
  return filled.length > 1 && filled.every(({ markdown }) => ONLY_STRONG.test(markdown));
};

/** Rows in reading order; those of a table inside a cell belong to the cell. */
const rowElements = (element: StorageElement): readonly StorageElement[] =>
  childElements(element).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowElements(child) : [];
  });

const readRow = (row: StorageElement, writeBlocks: WriteBlocks): Row => {
  const cells = childElements(row).filter(({ name }) => name === 'td' || name === 'th');
  const read = cells.map((cell) => readCell(cell, writeBlocks));
  // The corner above a column of row headers or numbers is often an ordinary cell.
  const isEmptyCorner = cells.length > 1 && read[0]?.markdown === '';
  const isHeader =
    cells.length > 0 && cells.every(({ name }, column) => name === 'th' || (column === 0 && isEmptyCorner));
  return { cells: read, isHeader };
};

const readCell = (cell: StorageElement, writeBlocks: WriteBlocks): Cell => {
  const sink = createBlockSink();
  writeBlocks(cell.children, sink, []);
  return {
    markdown: sink.blocks.map(flatMarkdown).join('<br>'),
    text: sink.blocks.map((block) => [...labelsOf(block), block.text].join('\n')).join('\n'),
    columns: Math.min(span(cell, 'colspan'), MAX_SPREAD_COLUMNS),
    rows: span(cell, 'rowspan'),
  };
};

const span = (cell: StorageElement, attribute: string): number => {
  const value = Number.parseInt(cell.attributes.get(attribute) ?? '1', 10);
  return value >= 1 ? value : 1;
};

/** A block on one line: a cell knows no fences, lists or line ends. */
const flatMarkdown = (block: Block): string => {
  const labels = labelsOf(block).map((label) => escapePipes(quoteLabel(label)));
  const { body } = block;
  switch (body.form) {
    case 'flow': {
      const line = escapePipes(markerOf(block) + body.content.markdown.replace(/\\?\n/g, '<br>'));
      return [...labels, line].join(' ');
    }
    case 'code':
      return [...labels, ...body.code.split('\n').map(flatCode)].join('<br>');
    case 'table':
      return [...labels, ...flatRows(body)].join('<br>');
  }
};

const labelsOf = ({ containers, startsContainer }: Block): readonly string[] =>
  containers
    .slice(startsContainer)
    .flatMap((started) => (started.kind === 'quote' && started.label !== '' ? [started.label] : []));

/** The rows of a table inside a cell, without the signs at their ends. */
const flatRows = ({ head, rows }: Extract<BlockBody, { form: 'table' }>): readonly string[] => {
  const [first = '', , ...further] = head.markdown.split('\n');
  return [first, ...further, ...rows.map(({ markdown }) => markdown)]
    .map((markdown) => markdown.slice(2, -2).replace(UNESCAPED_PIPE, '\\|'))
    .filter((row) => /[^\s\\|]/.test(row));
};

const flatCode = (line: string): string => (line.trim() === '' ? '' : escapePipes(codeSpan(line)));

const markerOf = ({ containers, startsContainer }: Block): string => {
  const started = containers.slice(startsContainer).at(-1);
  return started?.kind === 'item' ? started.marker.replace(/^- /, '• ') : '';
};

const escapePipes = (markdown: string): string => markdown.replace(/\|/g, '\\|');

const toRow = (cells: readonly Cell[]): TableRow => ({
  markdown: `| ${cells.map(({ markdown }) => markdown).join(' | ')} |`,
  text: cells.some(({ text }) => text !== '') ? cells.map(({ text }) => text).join(' | ') : '',
});

/** Gives each row the cells that reach into it from above; how much may be repeated is limited to the table's own size. */
const spreadSpans = (rows: readonly Row[]): readonly Row[] => {
  let spare =
    SPARE_CHARACTERS + rows.flatMap(({ cells }) => cells).reduce((sum, { markdown }) => sum + markdown.length, 0);
  const reaching = new Map<number, { readonly cell: Cell; rowsLeft: number }>();
  const repeat = (cell: Cell): Cell => {
    spare -= cell.markdown.length;
    return spare > 0 ? { ...cell, columns: 1 } : EMPTY;
  };
  return rows.map(({ cells, isHeader }) => {
    const spread: Cell[] = [];
    const takeReaching = (): void => {
      for (let above = reaching.get(spread.length); above !== undefined; above = reaching.get(spread.length)) {
        above.rowsLeft -= 1;
        if (above.rowsLeft === 0) reaching.delete(spread.length);
        spread.push(repeat(above.cell));
      }
    };
    for (const cell of cells) {
      takeReaching();
      for (let column = 0; column === 0 || column < cell.columns; column += 1) {
        const isSpread = spread.length < MAX_SPREAD_COLUMNS;
        if (column > 0 && !isSpread) break;
        if (cell.rows > 1 && isSpread)
          reaching.set(spread.length, { cell: column === 0 ? cell : EMPTY, rowsLeft: cell.rows - 1 });
        spread.push(column === 0 ? cell : EMPTY);
      }
    }
    takeReaching();
    return { cells: spread, isHeader };
  });
};

const withoutEmptyEnd = (cells: readonly Cell[]): readonly Cell[] =>
  cells.slice(0, cells.findLastIndex(({ markdown }) => markdown !== '') + 1);
