import type { SetSpacesAnswer } from '../../../src/contract/administration-api';
import { isRefusal } from '../../refusals/is-refusal';
import { membersOf } from '../../refusals/members-of';
import { isListOf } from '../../resolver/is-list-of';
import { isString, isStringOrAbsent } from '../../resolver/is-string';

type Answer = Extract<SetSpacesAnswer, { readonly spaces: unknown }>;

/** How a space stands after a change. */
export type SpaceOutcome = Answer['spaces'][number];

export const isSetSpacesAnswer = (answer: unknown): answer is Answer =>
  isListOf(membersOf(answer)['spaces'], isSpaceOutcome);

const isSpaceOutcome = (value: unknown): value is SpaceOutcome => {
  const { id, open, optedInAt, refused } = membersOf(value);
  return (
    isString(id) &&
    typeof open === 'boolean' &&
    isStringOrAbsent(optedInAt) &&
    (refused === undefined || isRefusal(refused))
  );
};
