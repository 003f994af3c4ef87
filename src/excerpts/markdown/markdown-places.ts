import type { InlineContent } from './inline-content';

/**
 * Where places of a line's text (in ascending order) are in its Markdown; undefined for a place inside something that
 * must stay whole: a link, a code span, an emphasis.
 */
export const markdownPlaces = (content: InlineContent, places: readonly number[]): readonly (number | undefined)[] => {
  const { markdown, text, spans } = content;
  let spanIndex = 0;
  let walked = 0;
  let at = 0;
  return places.map((place) => {
    if (place >= text.length) return markdown.length;
    for (let next = spans[spanIndex + 1]; next !== undefined && next.textStart <= place; next = spans[spanIndex + 1]) {
      spanIndex += 1;
      walked = next.textStart;
      at = next.markdownStart;
    }
    const span = spans[spanIndex];
    while (walked < place) {
      const isLeadingSpace = walked === span?.textStart && markdown.charAt(at) === ' ';
      if (span?.plain !== true && !isLeadingSpace) return undefined;
      at += isEscape(markdown, at) ? 2 : 1;
      walked += 1;
    }
    return at;
  });
};

const isEscape = (markdown: string, at: number): boolean =>
  markdown.charAt(at) === '\\' && /[!-/:-@[-`{-~\n]/.test(markdown.charAt(at + 1));
