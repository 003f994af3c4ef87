import { markdownPlaces } from '../markdown/markdown-places';
import type { Block } from '../page-document';
import { headOf } from './render-run';
import { sentenceStarts } from './sentence-starts';

/** The lines that say that code goes on above and below. */
const ELLIPSES = 4;

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
  /** Of running text, places in its Markdown; of lines, their numbers. */
  readonly start: number;
  readonly end: number;
  /** What it costs in characters of Markdown, and what comes on top when no neighbour in its block is shown. */
  readonly length: number;
  readonly opening: number;
};

/** Cuts blocks into units; code is only cut when the block is longer than `room` characters. */
export const toUnits = (blocks: readonly Block[], room: number): readonly Unit[] =>
  blocks.flatMap((block, index) => (block.body.form === 'flow' ? sentences(block, index) : lines(block, index, room)));

const sentences = ({ body, text, markdown }: Block, block: number): readonly Unit[] => {
  if (body.form !== 'flow') return [];
  const { content } = body;
  const prefix = markdown.length - content.markdown.length;
  if (body.marker !== '' || text === '') {
    const whole = { block, textStart: 0, textEnd: text.length, start: 0, end: content.markdown.length };
    return [{ ...whole, length: markdown.length, opening: 0 }];
  }
  const starts = sentenceStarts(text);
  const places = markdownPlaces(content, starts);
  const cuts = starts.flatMap((textStart, index) => {
    const start = places[index];
    return start === undefined ? [] : [{ textStart, start }];
  });
  return cuts.map(({ textStart, start }, index) => {
    const next = cuts[index + 1];
    const end = next?.start ?? content.markdown.length;
    const textEnd = next?.textStart ?? text.length;
    return { block, textStart, textEnd, start, end, length: end - start, opening: prefix };
  });
};

const lines = (block: Block, index: number, room: number): readonly Unit[] => {
  const { body, kind, text, markdown } = block;
  if (body.form !== 'lines') return [];
  if (kind === 'code' && markdown.length <= room) {
    const whole = { block: index, textStart: 0, textEnd: text.length, start: 0, end: body.lines.length };
    return [{ ...whole, length: markdown.length, opening: 0 }];
  }
  const opening = headOf(block).concat(body.closing).join('\n').length + ELLIPSES;
  let textStart = 0;
  return body.lines.map((line, number) => {
    const textEnd = textStart + line.text.length;
    const unit = {
      block: index,
      textStart,
      textEnd,
      start: number,
      end: number + 1,
      length: line.markdown.length,
      opening,
    };
    textStart = textEnd + 1;
    return unit;
  });
};
