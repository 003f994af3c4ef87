import MarkdownIt from 'markdown-it';
import { plainAddress, wordsOf, type CodeLine, type LinkFact, type PageFacts } from './page-facts';

type Token = ReturnType<MarkdownIt['parse']>[number];

const reader = new MarkdownIt({ html: true });
const TAG = /<[^>]*>/g;

/** Reads Markdown as a Markdown reader shows it: what it cannot make out as code, cell or link is none. */
export const readMarkdownFacts = (markdown: string): PageFacts => {
  const tokens = reader.parse(markdown, {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  return {
    words: wordsOf(tokens.map(shownText).join(' ')),
    codeLines: [...tokens, ...inline].flatMap(readCodeLines),
    cells: tokens.flatMap((token, index) => {
      const opening = tokens[index - 1]?.type;
      const words = opening === 'td_open' || opening === 'th_open' ? wordsOf(shownText(token)) : [];
      return words.length === 0 ? [] : [words];
    }),
    links: inline.flatMap(readLink),
  };
};

const shownText = (token: Token): string => {
  switch (token.type) {
    case 'inline':
      return (token.children ?? []).map(shownText).join('');
    case 'text':
    case 'code_inline':
    case 'code_block':
    case 'fence':
      return token.content;
    case 'image':
      return ` ${(token.children ?? []).map(shownText).join('')} `;
    case 'html_block':
      return token.content.replace(TAG, ' ');
    case 'html_inline':
    case 'softbreak':
    case 'hardbreak':
      return ' ';
    default:
      return '';
  }
};

const readCodeLines = ({ type, content }: Token): readonly CodeLine[] => {
  const isBlock = type === 'fence' || type === 'code_block';
  if (!isBlock && type !== 'code_inline') return [];
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line, inCell: !isBlock }));
};

const readLink = (token: Token): readonly LinkFact[] => {
  const target = token.attrGet(token.type === 'image' ? 'src' : 'href');
  return target === null || target === '' ? [] : [{ kind: 'address', value: plainAddress(target) }];
};
