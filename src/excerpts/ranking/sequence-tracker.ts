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
  /** Where each of the last words began, by its number: as many as the sequence has. */
  const starts = new Float64Array(words.length);
  let count = 0;
  let matched = 0;
  return ({ word, follows, start }) => {
    if (!follows) matched = 0;
    while (matched > 0 && words[matched] !== word) matched = fallbacks[matched - 1] ?? 0;
    if (words[matched] === word) matched += 1;
    starts[count % words.length] = start;
    count += 1;
    if (matched < words.length) return undefined;
    matched = fallbacks[matched - 1] ?? 0;
    // The oldest of those kept, which the next word will replace.
    return starts[count % words.length];
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
