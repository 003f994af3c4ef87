import type { OutlineHeading } from '../../contract/search-api';
import { createHeadingAnchors } from '../heading-anchor';
import type { Block, BlockBody, BlockKind, Container } from '../page-document';
import type { InlineContent } from './inline-content';
import { WrittenBlock } from './written-block';

/** Collects blocks in reading order and remembers which headings they stand under. */
export type BlockSink = {
  readonly add: (kind: BlockKind, body: BlockBody, containers: readonly Container[]) => void;
  readonly addHeading: (level: number, content: InlineContent, containers: readonly Container[]) => void;
  readonly blocks: readonly Block[];
  readonly outline: readonly OutlineHeading[];
};

export const createBlockSink = (): BlockSink => {
  const blocks: Block[] = [];
  const outline: OutlineHeading[] = [];
  const anchorOf = createHeadingAnchors();
  let path: readonly OutlineHeading[] = [];
  let headingPath: readonly string[] = [];
  let anchor: string | undefined;

  const add = (kind: BlockKind, body: BlockBody, containers: readonly Container[]): void => {
    const firstNew = containers.findIndex(({ firstBlock }) => firstBlock === blocks.length);
    const startsContainer = firstNew === -1 ? containers.length : firstNew;
    blocks.push(new WrittenBlock({ kind, headingPath, anchor, body, containers, startsContainer }));
  };

  return {
    add,
    addHeading: (level, content, containers) => {
      const heading = { level, text: content.text };
      const above = path.filter((other) => other.level < level);
      headingPath = above.map(({ text }) => text);
      anchor = anchorOf(content.text);
      outline.push(heading);
      add('heading', { form: 'flow', marker: `${'#'.repeat(level)} `, content: withOpenEnd(content) }, containers);
      path = [...above, heading];
      headingPath = path.map(({ text }) => text);
    },
    blocks,
    outline,
  };
};

/** Number signs at the end of a heading would be taken for its closing and not be shown. */
const withOpenEnd = (content: InlineContent): InlineContent => ({
  ...content,
  markdown: content.markdown.replace(/ (#+)$/, ' \\$1'),
});
