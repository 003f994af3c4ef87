import { createBlockSink } from './markdown/block-sink';
import { writeBlocks } from './markdown/write-blocks';
import { parseStorageTree } from './markup/parse-storage-tree';
import type { PageDocument } from './page-document';

/**
 * Reads a page body in Confluence's storage format. Never throws; takes time in proportion to the length of the input,
 * however it is nested. What storage format keeps out of a reader's sight (parameters, ids, placeholders) stays out.
 *
 * @see https://confluence.atlassian.com/doc/confluence-storage-format-790796544.html
 */
export const parseStorage = (storage: string): PageDocument => {
  const { root, complete } = parseStorageTree(storage);
  const sink = createBlockSink();
  writeBlocks(root.children, sink);
  return { blocks: sink.blocks, outline: sink.outline, complete };
};
