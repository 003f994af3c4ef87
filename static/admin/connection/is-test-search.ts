import type { TestSearch } from '../../../src/contract/administration-api';
import { membersOf } from '../../refusals/members-of';
import { isListOf } from '../../resolver/is-list-of';
import { isStringOrAbsent } from '../../resolver/is-string';
import { isNote } from './is-note';

export type TestSearchAnswer = Extract<TestSearch, { readonly status: number }>;

export const isTestSearch = (answer: unknown): answer is TestSearchAnswer => {
  const { status, code, keyId, notes, results, spacesSearched, ...rest } = membersOf(answer);
  const { confluenceCalls, confluencePoints, durationMs } = rest;
  return (
    [status, results, spacesSearched, confluenceCalls, confluencePoints, durationMs].every(Number.isFinite) &&
    isStringOrAbsent(code) &&
    typeof keyId === 'string' &&
    isListOf(notes, isNote)
  );
};
