import type { Block } from '../page-document';
import type { Unit } from './page-units';

const COLONS = [':', '：'];
const ONLY_STRONG = /^\*\*[^*]+\*\*$/;

/** Whether a unit ends its block and announces the next one: it ends in a colon, or is the label of code or a table. */
export const isLeadIn = (blocks: readonly Block[], { block: place, textEnd }: Unit): boolean => {
  const [block, next] = [blocks[place], blocks[place + 1]];
  if (block === undefined || next === undefined || block.body.form !== 'flow') return false;
  if (block.kind === 'heading' || next.kind === 'heading' || textEnd < block.text.length) return false;
  return (
    COLONS.includes(block.text.slice(-1)) ||
    (next.body.form !== 'flow' && ONLY_STRONG.test(block.body.content.markdown))
  );
};
