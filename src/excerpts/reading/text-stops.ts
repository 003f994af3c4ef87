import { sentenceStarts } from '../excerpting/sentence-starts';
import { markdownPlaces } from '../markdown/markdown-places';
import type { Block, BlockBody } from '../page-document';

export type TableBody = Extract<BlockBody, { form: 'table' }>;

/** Where a block's text may end a piece, ascending, its end last: between sentences, lines of code, rows of a table. */
export const textStops = ({ body, text }: Block): readonly number[] => {
  switch (body.form) {
    case 'flow': {
      const starts = sentenceStarts(text);
      const places = markdownPlaces(body.content, starts);
      return [...starts.filter((start, index) => start > 0 && places[index] !== undefined), text.length];
    }
    case 'code':
      return [...[...text.matchAll(/\n/g)].map(({ index }) => index + 1), text.length];
    case 'table':
      return [...rowStarts(body), text.length];
  }
};

/** Where the rows of a table begin in its text; the head comes before them. */
export const rowStarts = ({ head, rows }: Pick<TableBody, 'head' | 'rows'>): readonly number[] => {
  let start = head.text.length + 1;
  return rows.map(({ text }) => {
    const own = start;
    start += text.length + 1;
    return own;
  });
};
