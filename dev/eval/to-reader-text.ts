import MarkdownIt from 'markdown-it';

type Token = ReturnType<MarkdownIt['parse']>[number];

const markdownIt = new MarkdownIt({ html: false });

const inlineText = ({ type, content, children }: Token): string => {
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  return children === null ? content : children.map(inlineText).join('');
};

/** Markdown as a reader sees it: what is said stays, signs of markup and the targets of links go. A block a line. */
export const toReaderText = (markdown: string): string =>
  markdownIt
    .parse(markdown, {})
    .filter(({ content }) => content !== '')
    .map(inlineText)
    .join('\n')
    .trim();
