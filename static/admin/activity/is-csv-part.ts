import type { AuditCsvAnswer } from '../../../src/contract/administration-api';
import { membersOf } from '../../refusals/members-of';
import { isString, isStringOrAbsent } from '../../resolver/is-string';

export type CsvPart = Extract<AuditCsvAnswer, { readonly csv: string }>;

export const isCsvPart = (answer: unknown): answer is CsvPart => {
  const { csv, cut, nextCursor } = membersOf(answer);
  return isString(csv) && typeof cut === 'boolean' && isStringOrAbsent(nextCursor);
};
