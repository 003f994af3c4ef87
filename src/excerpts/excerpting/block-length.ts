import type { Block } from '../page-document';

/** Two asterisks on either side, a colon and a space. */
const LABEL_SIGNS = 6;

/** About how many characters of Markdown stand before each line of a block: the quotes and lists that it stands in. */
const lineLength = ({ containers }: Block): number =>
  containers.reduce((sum, container) => sum + (container.kind === 'item' ? container.marker.length : 2), 0);

/** What a quote that begins with the block is called. */
const labelLength = ({ containers, startsContainer }: Block): number =>
  containers
    .slice(startsContainer)
    .reduce(
      (sum, container) =>
        sum + (container.kind === 'quote' && container.label !== '' ? container.label.length + LABEL_SIGNS : 0),
      0,
    );

/** About how many characters of Markdown a block of one line takes beside its text. */
export const prefixLength = (block: Block): number => lineLength(block) + labelLength(block);

/** About how many characters of Markdown a whole block takes: most are only weighed, and never written. */
export const blockLength = (block: Block): number => {
  const { body } = block;
  switch (body.form) {
    case 'flow':
      return prefixLength(block) + body.marker.length + body.content.markdown.length;
    case 'code': {
      const own = body.opening.length + body.code.length + body.closing.length + 2;
      const eachLine = lineLength(block);
      // Most code stands in nothing: then its lines need not be counted.
      return own + labelLength(block) + (eachLine === 0 ? 0 : eachLine * (body.code.split('\n').length + 2));
    }
    case 'table':
      return body.rows.reduce((sum, { markdown }) => sum + markdown.length + 1, body.head.markdown.length);
  }
};
