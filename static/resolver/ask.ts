import { invoke } from '@forge/bridge';

import type { Failure } from '../refusals/failure';
import { isRefusal } from '../refusals/is-refusal';
import { membersOf } from '../refusals/members-of';

export type Asked<Answer> =
  { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'failed'; readonly failure: Failure };

export type Question = { readonly functionKey: string; readonly payload?: Readonly<Record<string, unknown>> };

/** Calls a resolver function. What the guard does not know is a refusal, or no usable answer; never throws. */
export const ask = async <Answer>(
  { functionKey, payload }: Question,
  isAnswer: (answer: unknown) => answer is Answer,
): Promise<Asked<Answer>> => {
  try {
    const answer: unknown = await invoke(functionKey, payload);
    if (isAnswer(answer)) return { kind: 'answered', answer };
    const { refused } = membersOf(answer);
    return { kind: 'failed', failure: isRefusal(refused) ? refused : 'no-answer' };
  } catch {
    return { kind: 'failed', failure: 'no-answer' };
  }
};
