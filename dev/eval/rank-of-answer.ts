import type { EvalAnswer } from './eval-set';
import { heldShare } from './held-share';
import type { Hit } from './run';

/** An answer counts as held from this share of its tokens on. */
const HELD = 0.8;

/** Whether excerpts hold an answer. */
export const holdsAnswer = (excerpts: readonly string[], { text }: EvalAnswer): boolean =>
  heldShare(excerpts, text) >= HELD;

/** The rank, from 1, of the first hit that is an answer's page and holds that answer; `Infinity` when none does. */
export const rankOfAnswer = (hits: readonly Hit[], answers: readonly EvalAnswer[]): number => {
  const place = hits.findIndex(({ id, excerpts }) =>
    answers.some((answer) => answer.pageId === id && holdsAnswer(excerpts, answer)),
  );
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
};
