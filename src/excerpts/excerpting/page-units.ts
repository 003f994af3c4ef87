import { markdownPlaces } from '../markdown/markdown-places';
import type { InlineContent } from '../markdown/inline-content';
import type { Block, BlockBody } from '../page-document';
import { blockLength, prefixLength } from './block-length';
import { sentenceStarts } from './sentence-starts';

/** Running text is not cut into sentences when it is shorter than this, and than this share of the room. */
const WHOLE_LENGTH = 400;
const WHOLE_SHARE = 0.4;
/** The lines that say that code goes on above and below. */
const ELLIPSIS_LINES = 4;

/**
 * The smallest part of a page that an excerpt takes whole: a sentence, a code block (a line of one that is too long),
 * a row of a table.
 */
export type Unit = {
  /** Place of the block in the document. */
  readonly block: number;
  /** Places in the block's text. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Of running text, places in its Markdown; of code and tables, numbers of lines and rows. */
  readonly start: number;
  readonly end: number;
  /** What it costs in characters of Markdown, and what comes on top when no neighbour in its block is shown. */
  readonly length: number;
  readonly opening: number;
};

/**
 * Cuts blocks into units, for excerpts of at most `room` characters; code is only cut when it would not fit.
 *
 * @param isWorthCutting whether a block may be shown in part, by its place: parting all of the rest is dear
 */
export const toUnits = (
  blocks: readonly Block[],
  room: number,
  isWorthCutting: (place: number) => boolean,
): readonly Unit[] =>
  blocks.flatMap((block, index) => {
    const { body } = block;
    if (!isWorthCutting(index)) return wholeUnit(block, index);
    switch (body.form) {
      case 'flow':
        return body.marker !== '' || block.text.length < Math.min(WHOLE_LENGTH, room * WHOLE_SHARE)
          ? wholeUnit(block, index)
          : sentenceUnits(block, index, body.content);
      case 'code':
        return blockLength(block) <= room
          ? wholeUnit(block, index)
          : codeLineUnits(index, body.code, body.opening.length + body.closing.length + ELLIPSIS_LINES);
      case 'table':
        return rowUnits(index, body);
    }
  });

const wholeUnit = (block: Block, index: number): Unit => ({
  block: index,
  textStart: 0,
  textEnd: block.text.length,
  start: 0,
  end: block.body.form === 'flow' ? block.body.content.markdown.length : Number.MAX_SAFE_INTEGER,
  length: blockLength(block),
  opening: 0,
});

const sentenceUnits = (whole: Block, block: number, content: InlineContent): readonly Unit[] => {
  const { text } = whole;
  const starts = sentenceStarts(text);
  const places = markdownPlaces(content, starts);
  const cuts = starts.flatMap((textStart, index) => {
    const start = places[index];
    return start === undefined ? [] : [{ textStart, start }];
  });
  const opening = prefixLength(whole);
  return cuts.map(({ textStart, start }, index) => {
    const next = cuts[index + 1];
    const end = next?.start ?? content.markdown.length;
    return { block, textStart, textEnd: next?.textStart ?? text.length, start, end, length: end - start, opening };
  });
};

const codeLineUnits = (block: number, code: string, opening: number): readonly Unit[] => {
  let textStart = 0;
  return code.split('\n').map((line, start) => {
    const textEnd = textStart + line.length;
    const unit = { block, textStart, textEnd, start, end: start + 1, length: line.length, opening };
    textStart = textEnd + 1;
    return unit;
  });
};

/** One unit for each row; the head, which no row's text has, comes with whichever row is shown. */
const rowUnits = (block: number, { head, rows }: Extract<BlockBody, { form: 'table' }>): readonly Unit[] => {
  const opening = head.markdown.length + 1;
  if (rows.length === 0) {
    return [{ block, textStart: 0, textEnd: head.text.length, start: 0, end: 0, length: 0, opening }];
  }
  let textStart = head.text.length + 1;
  return rows.map(({ markdown, text }, start) => {
    const textEnd = textStart + text.length;
    const unit = { block, textStart, textEnd, start, end: start + 1, length: markdown.length, opening };
    textStart = textEnd + 1;
    return unit;
  });
};
