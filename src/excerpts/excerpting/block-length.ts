import type { Block } from '../page-document';

/** Two asterisks on either side, a colon and a space. */
const LABEL_SIGNS = 6;

/** About how many characters of Markdown a block takes beside its body: the quotes and lists that it stands in. */
export const prefixLength = ({ containers, startsContainer }: Block): number =>
  containers.reduce((sum, container, place) => {
    if (container.kind === 'item') return sum + container.marker.length;
    const opensLabel = place >= startsContainer && container.label !== '';
    return sum + 2 + (opensLabel ? container.label.length + LABEL_SIGNS : 0);
  }, 0);

/** About how many characters of Markdown a whole block takes: most are only weighed, and never written. */
export const blockLength = (block: Block): number => {
  const { body } = block;
  switch (body.form) {
    case 'flow':
      return prefixLength(block) + body.marker.length + body.content.markdown.length;
    case 'code': {
      const lines = body.code.split('\n').length + 2;
      return body.opening.length + body.code.length + body.closing.length + 2 + lines * prefixLength(block);
    }
    case 'table':
      return body.rows.reduce((sum, { markdown }) => sum + markdown.length + 1, body.head.markdown.length);
  }
};
