import { layOutBlocks, type BlockPart } from '../markdown/lay-out-blocks';
import type { Block } from '../page-document';
import { blockRange, frameLines, plainRange } from './block-range';
import { largestFitting } from './largest-fitting';
import { textStops } from './text-stops';

/** What a cut begins with and must keep to. */
export type CutLimits = {
  /** Place in the block's text. */
  readonly from: number;
  /** What stands above in the same piece. */
  readonly above: readonly BlockPart[];
  /** Characters (UTF-16 code units) of the whole piece. */
  readonly maxChars: number;
};

/** A part of a block, and the place of its text behind it. */
export type Cut = { readonly part: BlockPart; readonly to: number };

/** The longest part that ends with a sentence, a line of code or a row; undefined when not one fits. */
export const cutAtStop = (block: Block, { from, above, maxChars }: CutLimits): Cut | undefined => {
  if (!isFrameSmall(block, maxChars)) return undefined;
  const cuts = textStops(block)
    .filter((stop) => stop > from)
    .map((to) => ({ to, part: () => blockRange(block, { from, to }) }));
  const count = largestFitting(cuts.length, (tried) => {
    const cut = cuts[tried - 1];
    return cut !== undefined && layOutBlocks([...above, cut.part()]).length <= maxChars;
  });
  const cut = cuts[count - 1];
  return cut && { to: cut.to, part: cut.part() };
};

/**
 * A part that ends between words, or where even a word is too long between characters. Never empty, so that reading goes
 * on. What would take over half of the piece for quotes, fences or a table's head is given as text alone.
 */
export const cutAtWord = (block: Block, { from, maxChars }: Omit<CutLimits, 'above'>): Cut => {
  const { text } = block;
  const isFramed = isFrameSmall(block, maxChars);
  const limit = isFramed ? (textStops(block).find((stop) => stop > from) ?? text.length) : text.length;
  let length = Math.min(limit - from, maxChars);
  for (;;) {
    const to = wordEnd(text, from, from + length);
    const part = (isFramed ? blockRange : plainRange)(block, { from, to });
    const excess = layOutBlocks([part]).length - maxChars;
    if (excess <= 0 || to - from <= 2) return { part, to };
    // Each character of text is at least one of Markdown.
    length = Math.max(1, to - from - excess);
  }
};

/** Whether what every part of the block repeats leaves at least half of a piece to its text. */
const isFrameSmall = (block: Block, maxChars: number): boolean =>
  layOutBlocks([{ block, lines: frameLines(block) }]).length <= maxChars / 2;

/**
 * The last place up to `to` that is behind a word and white space; else `to`, but never between the halves of a character.
 */
const wordEnd = (text: string, from: number, to: number): number => {
  if (to >= text.length) return text.length;
  let start = from;
  while (start < to && isSpace(text, start)) start += 1;
  for (let end = to; end > start; end -= 1) if (isSpace(text, end - 1)) return end;
  const splitsCharacter = /[\uD800-\uDBFF]/.test(text.charAt(to - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(to));
  if (!splitsCharacter) return to;
  return to - 1 > from ? to - 1 : to + 1;
};

const isSpace = (text: string, place: number): boolean => /\s/.test(text.charAt(place));
