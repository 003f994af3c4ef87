import * as v from 'valibot';
import type { ApiAnswer } from './running-site';

const reply = v.object({
  results: v.array(
    v.object({
      page: v.object({ id: v.string(), title: v.string(), space: v.object({ key: v.string() }) }),
      excerpts: v.array(v.object({ markdown: v.string() })),
    }),
  ),
  notes: v.array(v.object({ code: v.string() })),
  nextCursor: v.optional(v.string()),
  coverage: v.object({ confluenceCalls: v.number(), points: v.number(), spacesSearched: v.number() }),
});

export type FoundPages = v.InferOutput<typeof reply>;

/** Reads a search reply, as far as most tests look at it; throws with the answer's text when it is none. */
export const foundPages = ({ status, text, body }: ApiAnswer): FoundPages => {
  if (status !== 200) throw new Error(`HTTP ${status}: ${text}`);
  return v.parse(reply, body);
};

export const titlesIn = (answer: ApiAnswer): readonly string[] =>
  foundPages(answer).results.map(({ page }) => page.title);
export const spacesIn = (answer: ApiAnswer): readonly string[] => [
  ...new Set(foundPages(answer).results.map(({ page }) => page.space.key)),
];
export const notesIn = (answer: ApiAnswer): readonly string[] => foundPages(answer).notes.map(({ code }) => code);
