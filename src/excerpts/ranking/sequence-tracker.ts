export type TrackedWord = {
  readonly word: string;
  /** Whether it comes next to the word tracked before: words that no sequence has are not tracked, but part one. */
  readonly follows: boolean;
  readonly start: number;
};

/** Is given a text's words in order; returns where the sequence began whenever it has just ended. */
export type TrackSequence = (word: TrackedWord) => number | undefined;

/** Finds a sequence of words in one pass (Knuth, Morris, Pratt). */
export const createSequenceTracker = (words: readonly string[]): TrackSequence => {
  const fallbacks = fallbackTable(words);
  let starts: number[] = [];
  return ({ word, follows, start }) => {
    if (!follows) starts = [];
    let matched = starts.length;
    while (matched > 0 && words[matched] !== word) matched = fallbacks[matched - 1] ?? 0;
    const isNext = words[matched] === word;
    starts = isNext ? [...starts.slice(starts.length - matched), start] : [];
    if (starts.length < words.length) return undefined;
    const [begin] = starts;
    starts = starts.slice(starts.length - (fallbacks[words.length - 1] ?? 0));
    return begin;
  };
};

/** For each beginning of the sequence, the length of its longest proper end that is a beginning as well. */
const fallbackTable = (words: readonly string[]): readonly number[] => {
  const table = [0];
  let matched = 0;
  for (const word of words.slice(1)) {
    while (matched > 0 && words[matched] !== word) matched = table[matched - 1] ?? 0;
    if (words[matched] === word) matched += 1;
    table.push(matched);
  }
  return table;
};
