import type { AuditAnswer, AuditRow } from '../../../src/contract/administration-api';
import { membersOf } from '../../refusals/members-of';
import { isListOf } from '../../resolver/is-list-of';
import { isString, isStringOrAbsent } from '../../resolver/is-string';

export type AuditPage = Extract<AuditAnswer, { readonly records: unknown }>;

export const isAuditPage = (answer: unknown): answer is AuditPage => {
  const { records, unreadable, nextCursor } = membersOf(answer);
  return isListOf(records, isAuditRow) && typeof unreadable === 'number' && isStringOrAbsent(nextCursor);
};

const isAuditRow = (value: unknown): value is AuditRow => {
  const { at, event, by, spaceId, keyId, count, cause } = membersOf(value);
  return (
    isString(at) &&
    !Number.isNaN(Date.parse(at)) &&
    isString(event) &&
    [by, spaceId, keyId, cause].every(isStringOrAbsent) &&
    (count === undefined || typeof count === 'number')
  );
};
