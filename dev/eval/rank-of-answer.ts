import type { EvalAnswer } from './eval-set';
import { holdsAnswer } from './holds-answer';
import type { Hit } from './run';

/** The rank, from 1, of the first hit that is an answer's page and holds that answer; `Infinity` when none does. */
export const rankOfAnswer = (hits: readonly Hit[], answers: readonly EvalAnswer[]): number => {
  const place = hits.findIndex(({ id, excerpts }) =>
    answers.some((answer) => answer.pageId === id && holdsAnswer(excerpts, answer)),
  );
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1;
};
