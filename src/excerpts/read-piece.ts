import { layOutBlocks, type BlockPart } from './markdown/lay-out-blocks';
import type { Block } from './page-document';
import { blockRange } from './reading/block-range';
import { cutAtStop, cutAtWord } from './reading/cut-block';
import { largestFitting } from './reading/largest-fitting';

/** Where a piece begins: a block, and a place in its text (0: the whole block). */
export type ReadingPosition = { readonly block: number; readonly at: number };

export const BEGINNING: ReadingPosition = { block: 0, at: 0 };

export type Piece = {
  readonly markdown: string;
  /** Where the next piece begins; absent behind the last one. */
  readonly next?: ReadingPosition;
};

/** Whether a position is one that reading these blocks can come to. */
export const isReadable = (blocks: readonly Block[], { block, at }: ReadingPosition): boolean =>
  at === 0 ? block < Math.max(1, blocks.length) : at < (blocks[block]?.text.length ?? 0);

/**
 * Takes as many whole blocks as `maxChars` characters (UTF-16 code units) of Markdown hold. Only a block that is too long
 * for a piece of its own is cut: between sentences, lines of code (each part in fences) or rows (each part below the
 * table's head), else between words. All pieces together have every word of the blocks. A piece ends with a heading only
 * when it has nothing else.
 *
 * @param maxChars at least 100
 */
export const readPiece = (blocks: readonly Block[], position: ReadingPosition, maxChars: number): Piece => {
  const parts = partsFrom(blocks, position, maxChars);
  const count = largestFitting(parts.length, (tried) => layOutBlocks(parts.slice(0, tried)).length <= maxChars);
  const above = parts.slice(0, count);
  const place = position.block + count;
  const block = blocks[place];
  if (block === undefined) return { markdown: layOutBlocks(above) };
  if (count === 0 || block.markdown.length > maxChars) {
    const from = count === 0 ? position.at : 0;
    const cut =
      cutAtStop(block, { from, above, maxChars }) ?? (count === 0 ? cutAtWord(block, { from, maxChars }) : undefined);
    if (cut !== undefined) {
      const next = positionBehind(blocks, place, cut.to);
      return { markdown: layOutBlocks([...above, cut.part]), ...(next !== undefined && { next }) };
    }
  }
  const shown = withoutLastHeadings(above);
  return { markdown: layOutBlocks(shown), next: { block: position.block + shown.length, at: 0 } };
};

/** The rest of the first block and whole ones behind it: no more than could fit. */
const partsFrom = (
  blocks: readonly Block[],
  { block: first, at }: ReadingPosition,
  maxChars: number,
): readonly BlockPart[] => {
  const parts: BlockPart[] = [];
  for (let length = 0, place = first; length <= maxChars; place += 1) {
    const block = blocks[place];
    if (block === undefined) break;
    const from = place === first ? at : 0;
    parts.push(from === 0 ? { block } : blockRange(block, { from, to: block.text.length }));
    length += block.text.length - from;
  }
  return parts;
};

const positionBehind = (blocks: readonly Block[], place: number, to: number): ReadingPosition | undefined => {
  if (blocks[place]?.text.slice(to).trim() !== '') return { block: place, at: to };
  return place + 1 < blocks.length ? { block: place + 1, at: 0 } : undefined;
};

const withoutLastHeadings = (parts: readonly BlockPart[]): readonly BlockPart[] => {
  const last = parts.findLastIndex(({ block }) => block.kind !== 'heading');
  return last === -1 ? parts : parts.slice(0, last + 1);
};
