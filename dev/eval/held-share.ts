/** Shorter answers are facts: half of one is none. */
const FACT_TOKENS = 6;

const WORD = /[\p{L}\p{N}]+/gu;

const toTokens = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

const countTokens = (tokens: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
};

const hasSideBySide = (tokens: readonly string[], wanted: readonly string[]): boolean =>
  tokens.some((_, start) => wanted.every((token, offset) => tokens[start + offset] === token));

/**
 * How much of an answer excerpts hold: the share of its tokens (runs of letters and digits, repeats counted), wherever
 * they stand. An answer of up to 6 tokens is held whole, side by side within one excerpt, or not at all: 1 or 0.
 */
export const heldShare = (excerpts: readonly string[], answer: string): number => {
  const wanted = toTokens(answer);
  if (wanted.length === 0) return 0;
  const shown = excerpts.map(toTokens);
  if (wanted.length <= FACT_TOKENS) return shown.some((tokens) => hasSideBySide(tokens, wanted)) ? 1 : 0;
  const available = countTokens(shown.flat());
  let held = 0;
  for (const [token, count] of countTokens(wanted)) held += Math.min(count, available.get(token) ?? 0);
  return held / wanted.length;
};
