import type { DescribedSpaces } from '../../../src/contract/administration-api';
import { membersOf } from '../../refusals/members-of';
import { isListOf } from '../../resolver/is-list-of';
import { isString } from '../../resolver/is-string';

type Answer = Extract<DescribedSpaces, { readonly spaces: unknown }>;

export const isDescribedSpaces = (answer: unknown): answer is Answer =>
  isListOf(membersOf(answer)['spaces'], isDescribedSpace);

const isDescribedSpace = (value: unknown): value is Answer['spaces'][number] => {
  const { id, key, name } = membersOf(value);
  return isString(id) && isString(key) && isString(name);
};
