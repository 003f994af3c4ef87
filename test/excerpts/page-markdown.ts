import { layOutBlocks } from '../../src/excerpts/markdown/lay-out-blocks';
import { parseStorage } from '../../src/excerpts/parse-storage';

/** A whole page as Markdown. */
export const pageMarkdown = (storage: string): string =>
  layOutBlocks(parseStorage(storage).blocks.map((block) => ({ block })));

/** What the page says, as one text. */
export const pageText = (storage: string): string =>
  parseStorage(storage)
    .blocks.map(({ text }) => text)
    .join('\n');
