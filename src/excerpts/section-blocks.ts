import type { Block } from './page-document';

/** Whether two headings are one, as far as a caller can tell. */
export type IsSameHeading = (one: string, other: string) => boolean;

/**
 * The blocks under a heading path, with the heading and its subsections; of several headings with the same path, all of
 * them. The empty path is the whole page. Empty when there is no such heading.
 */
export const sectionBlocks = (
  blocks: readonly Block[],
  path: readonly string[],
  isSame: IsSameHeading,
): readonly Block[] =>
  blocks.filter((block) => {
    const own = block.kind === 'heading' ? [...block.headingPath, block.text] : block.headingPath;
    return path.every((heading, depth) => {
      const other = own[depth];
      return other !== undefined && isSame(heading, other);
    });
  });
