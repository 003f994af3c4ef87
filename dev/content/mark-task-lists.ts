import type { MarkdownToken as Token } from './markdown-token';
import { closingToken } from './closing-token';

const box = /^\[([ xX])\] /;

/** Turns lists whose every item begins with a box into task tokens, in place. Numbers the tasks from 1 through the page. */
export const markTaskLists = (tokens: readonly Token[]): void => {
  let count = 0;
  for (const [index, token] of tokens.entries()) {
    const closing = token.type === 'bullet_list_open' ? closingToken(tokens, index) : undefined;
    if (closing === undefined) continue;
    const items = itemsOf(tokens, index, closing);
    if (!items.every(({ text }) => text !== undefined && box.test(text.content))) continue;
    token.type = 'task_list_open';
    closing.type = 'task_list_close';
    for (const { opening, end, text } of items) {
      count += 1;
      opening.type = 'task_open';
      opening.meta = null;
      opening.info = text !== undefined && box.exec(text.content)?.[1] === ' ' ? 'incomplete' : 'complete';
      opening.content = String(count);
      if (end !== undefined) end.type = 'task_close';
      if (text !== undefined) text.content = text.content.replace(box, '');
    }
  }
};

type Item = {
  readonly opening: Token;
  readonly end: Token | undefined;
  /** The text that the item begins with. */
  readonly text: Token | undefined;
};

const itemsOf = (tokens: readonly Token[], list: number, closing: Token): readonly Item[] => {
  const level = closing.level + 1;
  return tokens.slice(list, tokens.indexOf(closing)).flatMap((opening, offset) => {
    if (opening.type !== 'list_item_open' || opening.level !== level) return [];
    const item = list + offset;
    const inline = tokens[item + 1]?.type === 'paragraph_open' ? tokens[item + 2] : undefined;
    const text = inline?.children?.[0];
    return [{ opening, end: closingToken(tokens, item), text: text?.type === 'text' ? text : undefined }];
  });
};
