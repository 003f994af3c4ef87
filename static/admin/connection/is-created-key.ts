import type { CreatedKey } from '../../../src/contract/administration-api';
import { membersOf } from '../../refusals/members-of';
import { isString } from '../../resolver/is-string';

export type NewKey = Extract<CreatedKey, { readonly secret: string }>;

export const isCreatedKey = (answer: unknown): answer is NewKey => {
  const { id, secret, createdAt, expiresAt } = membersOf(answer);
  return [id, secret, createdAt, expiresAt].every(isString);
};
