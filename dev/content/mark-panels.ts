import type { MarkdownToken as Token } from './markdown-token';
import { closingToken } from './closing-token';

const macroOf: ReadonlyMap<string, string> = new Map([
  ['note', 'note'],
  ['info', 'info'],
  ['tip', 'tip'],
  ['warning', 'warning'],
  ['important', 'warning'],
  ['caution', 'warning'],
  ['danger', 'warning'],
]);

/** Turns quotations that begin with a panel's name, `[!NOTE]` or `**Note**`, into panel tokens, in place. */
export const markPanels = (tokens: readonly Token[]): void => {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'blockquote_open') continue;
    const [paragraph, inline, end] = tokens.slice(index + 1, index + 4);
    const macro = inline?.children ? takeName(inline.children) : undefined;
    const closing = closingToken(tokens, index);
    if (macro === undefined || closing === undefined) continue;
    token.type = 'panel_open';
    token.info = macro;
    closing.type = 'panel_close';
    if (inline?.children?.length === 0 && paragraph !== undefined && end !== undefined) {
      paragraph.hidden = true;
      end.hidden = true;
    }
  }
};

/** Finds the panel's name at the beginning of a paragraph and takes it out of the text. */
const takeName = (children: Token[]): string | undefined => {
  // The parser leaves an empty text in front of emphasis that begins a paragraph.
  if (children[0]?.type === 'text' && children[0].content === '') children.shift();
  const [first, second, third, fourth] = children;
  const alert =
    first?.type === 'text' ? macroOf.get(/^\[!(\w+)\]$/.exec(first.content)?.[1]?.toLowerCase() ?? '') : undefined;
  if (alert !== undefined) {
    children.splice(0, second?.type === 'softbreak' ? 2 : 1);
    return alert;
  }
  if (first?.type !== 'strong_open' || second?.type !== 'text' || third?.type !== 'strong_close') return undefined;
  const strong = macroOf.get(second.content.replace(/:$/, '').toLowerCase());
  if (strong === undefined) return undefined;
  if (fourth?.type === 'text') fourth.content = fourth.content.replace(/^:?\s*/, '');
  children.splice(0, fourth?.type === 'softbreak' ? 4 : 3);
  return strong;
};
