import { escapeLineStart, escapeMarkdown } from '../markdown/escape-markdown';
import { UNSPACED_SCRIPT } from '../unspaced-script';

const ELLIPSIS = '…';
const LONGEST_WORD = 64;

const words = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * A stretch of text around a place, cut between words and escaped, of at most `room` characters: what is left when not
 * even one sentence, row or line fits. Empty when no word fits.
 */
export const cutText = (text: string, around: number, room: number): string => {
  // Escaping may double the length of a text.
  for (let length = room - 2 * ELLIPSIS.length; length > 0; length = Math.floor(length / 2)) {
    const start = wordStart(text, Math.max(0, around - Math.floor(length / 4)), around);
    const end = wordEnd(text, start, start + length);
    const slice = text.slice(start, end).replace(/\s+/g, ' ').trim();
    if (slice === '') return '';
    const before = start > 0 ? ELLIPSIS : '';
    const after = end < text.length ? ELLIPSIS : '';
    const markdown = before + escapeLineStart(escapeMarkdown(slice)) + after;
    if (markdown.length <= room) return markdown;
  }
  return '';
};

const isWordPart = (text: string, place: number): boolean => /[^\s]/.test(text.charAt(place));

/** The first beginning of a word from `from` on, but not behind `limit`, which is one. */
const wordStart = (text: string, from: number, limit: number): number => {
  let start = from;
  while (start > 0 && start < limit && isWordPart(text, start - 1)) start += 1;
  return start;
};

/** The last end of a word up to `to`. */
const wordEnd = (text: string, start: number, to: number): number => {
  if (to >= text.length) return text.length;
  let end = to;
  while (end > start && isWordPart(text, end - 1) && isWordPart(text, end)) end -= 1;
  return end > start && !UNSPACED_SCRIPT.test(text.charAt(to)) ? end : Math.max(end, unspacedWordEnd(text, start, to));
};

/** The same where no space tells words apart: what stands farther away than the longest word does not matter. */
const unspacedWordEnd = (text: string, start: number, to: number): number => {
  const from = Math.max(start, to - LONGEST_WORD);
  const ends = [...words.segment(text.slice(from, to + LONGEST_WORD))].map(
    ({ index, segment }) => from + index + segment.length,
  );
  return ends.findLast((end) => end <= to) ?? start;
};
