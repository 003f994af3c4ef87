import { segmentText } from './segment-text';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const NOT_ASCII = /[^\0-\x7f]/;
const WRITTEN_WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const LONGEST_WORD = 64;
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** A word and where it stands, in UTF-16 code units. */
export type Token = { readonly word: string; readonly start: number; readonly end: number };

/** The words of a text as {@link tokenize} gives them, with their places. */
export function* tokensOf(text: string): Generator<Token> {
  for (const match of text.matchAll(WORD)) {
    const [run] = match;
    const start = match.index;
    if (!NOT_ASCII.test(run)) {
      yield { word: run.toLowerCase(), start, end: start + run.length };
    } else if (WRITTEN_WITHOUT_SPACES.test(run)) {
      for (const { segment, index } of segmentText(words, run, LONGEST_WORD)) {
        yield { word: normalize(segment), start: start + index, end: start + index + segment.length };
      }
    } else {
      yield { word: normalize(run), start, end: start + run.length };
    }
  }
}

/**
 * Splits a text into words: lower-cased runs of letters and digits, in any script.
 * An identifier gives its parts (`HTTP_TIMEOUT` → `http`, `timeout`); a script that is written without spaces is cut
 * by the dictionary of `Intl.Segmenter`; differently composed forms of one character are one word.
 */
export const tokenize = (text: string): string[] => Array.from(tokensOf(text), ({ word }) => word);

const normalize = (run: string): string => run.normalize('NFKC').toLowerCase();
