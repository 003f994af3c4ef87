import type { Block, BlockBody, BlockKind, Container } from '../page-document';
import { layOutBlocks } from './lay-out-blocks';

type BlockParts = Omit<Block, 'markdown' | 'text' | 'anchor'> & { readonly anchor: string | undefined };

/** Most blocks of a page are looked at and not shown, so their Markdown is written when it is asked for. */
export class WrittenBlock implements Block {
  readonly kind: BlockKind;
  readonly text: string;
  readonly headingPath: readonly string[];
  declare readonly anchor?: string;
  readonly body: BlockBody;
  readonly containers: readonly Container[];
  readonly startsContainer: number;
  #markdown: string | undefined;

  constructor({ kind, headingPath, anchor, body, containers, startsContainer }: BlockParts) {
    this.kind = kind;
    this.text = bodyText(body);
    this.headingPath = headingPath;
    if (anchor !== undefined) this.anchor = anchor;
    this.body = body;
    this.containers = containers;
    this.startsContainer = startsContainer;
  }

  get markdown(): string {
    this.#markdown ??= layOutBlocks([{ block: this }]);
    return this.#markdown;
  }
}

const bodyText = (body: BlockBody): string => {
  switch (body.form) {
    case 'flow':
      return body.content.text;
    case 'code':
      return body.code;
    case 'table':
      return [body.head, ...body.rows].map(({ text }) => text).join('\n');
  }
};
