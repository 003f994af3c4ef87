import type { MarkdownToken as Token } from './markdown-token';

/** The token that closes the block opened at `index`; tokens of one block share their level. */
export const closingToken = (tokens: readonly Token[], index: number): Token | undefined => {
  const opening = tokens[index];
  return tokens.slice(index + 1).find(({ level, nesting }) => nesting === -1 && level === opening?.level);
};
