import { NOTE_CODES, type Note } from '../../../src/contract/search-api';
import { membersOf } from '../../refusals/members-of';

export const isNote = (value: unknown): value is Note => {
  const { code, message } = membersOf(value);
  return NOTE_CODES.some((known) => known === code) && typeof message === 'string';
};
