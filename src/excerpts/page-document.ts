import type { OutlineHeading } from '../contract/search-api';
import type { InlineContent } from './markdown/inline-content';

/** A page as a list of blocks in reading order. */
export type PageDocument = {
  readonly blocks: readonly Block[];
  readonly outline: readonly OutlineHeading[];
  /** False when the markup was malformed or its end was missing: some content may not be here. */
  readonly complete: boolean;
};

export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'code' | 'table' | 'panel';

/** The smallest part of a page that makes sense alone: a paragraph, one item of a list, a code block, a table. */
export type Block = {
  readonly kind: BlockKind;
  /** The block standing alone, with the quote or list marker it stands in. */
  readonly markdown: string;
  /** What a reader sees, for ranking. */
  readonly text: string;
  /** Headings above, outermost first; for a heading, those above it. */
  readonly headingPath: readonly string[];
  /** The nearest heading (a heading's is its own), as Confluence's URL fragment. */
  readonly anchor?: string;
  readonly body: BlockBody;
  /** What the block stands in, outermost first. */
  readonly containers: readonly Container[];
  /** Containers from this place on begin with this block. */
  readonly startsContainer: number;
};

export type BlockBody =
  /** Running text behind a marker (`## ` of a heading). */
  | { readonly form: 'flow'; readonly marker: string; readonly content: InlineContent }
  /** Opening and closing fence, and what stands between them verbatim. */
  | { readonly form: 'code'; readonly opening: string; readonly code: string; readonly closing: string }
  /** Rows without line ends; the head is two lines, of which the second is the delimiter, and its further rows. */
  | { readonly form: 'table'; readonly head: TableRow; readonly rows: readonly TableRow[] };

export type TableRow = { readonly markdown: string; readonly text: string };

/** What blocks stand in. Compared by identity: two lists that look alike are two. */
export type Container = {
  /** Place of the block it begins with. */
  readonly firstBlock: number;
} & (
  | {
      readonly kind: 'quote';
      /** What it is called; the author's own part of that is its title. Both may be empty. */
      readonly label: string;
      readonly title: string;
    }
  | { readonly kind: 'item'; readonly marker: string }
);
