import type { UnseenSpaces } from '../../../src/contract/administration-api';
import { membersOf } from '../../refusals/members-of';
import { isListOf } from '../../resolver/is-list-of';
import { isString, isStringOrAbsent } from '../../resolver/is-string';

type Answer = Extract<UnseenSpaces, { readonly spaces: unknown }>;

export type UnseenSpace = Answer['spaces'][number];

export const isUnseenSpaces = (answer: unknown): answer is Answer => {
  const { spaces, cut } = membersOf(answer);
  return isListOf(spaces, isUnseenSpace) && typeof cut === 'boolean';
};

const isUnseenSpace = (value: unknown): value is UnseenSpace => {
  const { id, key, optedInAt, optedInBy } = membersOf(value);
  return isString(id) && isString(key) && isStringOrAbsent(optedInAt) && isStringOrAbsent(optedInBy);
};
