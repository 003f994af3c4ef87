import { segmentText } from './segment-text';
import { UNSPACED_SCRIPT } from './unspaced-script';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const NOT_WORD = /[^\p{L}\p{N}\p{M}]+/gu;
const LONGEST_WORD = 64;
const ASCII = 0x80;
const NOT_ASCII = /[^\0-\x7f]/;

const dictionary = new Intl.Segmenter('und', { granularity: 'word' });

/** Is given each word's place, in UTF-16 code units. */
export type VisitWord = (start: number, end: number) => void;

/**
 * Splits a text into words: lower-cased runs of letters and digits, in any script.
 * An identifier gives its parts (`HTTP_TIMEOUT` → `http`, `timeout`); a script that is written without spaces is cut
 * by the dictionary of `Intl.Segmenter`; differently composed forms of one character are one word.
 */
export const tokenize = (text: string): string[] => {
  const words: string[] = [];
  visitWords(text, (start, end) => words.push(wordBetween(text, start, end)));
  return words;
};

/** A word as it is compared. */
export const wordBetween = (text: string, start: number, end: number): string => {
  const run = text.slice(start, end);
  // Some characters stand for others with signs among them: `⑴` for `(1)`.
  return NOT_ASCII.test(run) ? run.normalize('NFKC').toLowerCase().replace(NOT_WORD, '') : run.toLowerCase();
};

/** The places of the words of {@link tokenize}, without the cost of writing each of them out. */
export const visitWords = (text: string, visit: VisitWord): void => {
  let at = 0;
  while (at < text.length) {
    if (isAsciiWordPart(text.charCodeAt(at))) {
      const start = at;
      while (isAsciiWordPart(text.charCodeAt(at))) at += 1;
      if (text.charCodeAt(at) >= ASCII) at = visitRun(text, start, visit);
      else visit(start, at);
    } else if (text.charCodeAt(at) < ASCII) at += 1;
    else at = visitRun(text, at, visit);
  }
};

const ASCII_WORD_PARTS = Uint8Array.from({ length: ASCII }, (_, code) =>
  Number(/[a-z0-9]/i.test(String.fromCharCode(code))),
);

/** Whether a UTF-16 code unit is a letter or digit of ASCII; `NaN`, beyond a text's ends, is not. */
export const isAsciiWordPart = (code: number): boolean => ASCII_WORD_PARTS[code] === 1;

/** Visits the next run of letters of any script and returns its end. */
const visitRun = (text: string, from: number, visit: VisitWord): number => {
  WORD.lastIndex = from;
  const match = WORD.exec(text);
  if (match === null) return text.length;
  const [run] = match;
  const { index } = match;
  if (UNSPACED_SCRIPT.test(run)) {
    for (const { segment, index: inner } of segmentText(dictionary, run, LONGEST_WORD)) {
      visit(index + inner, index + inner + segment.length);
    }
  } else visit(index, index + run.length);
  return index + run.length;
};
