import type { FoundPages, PageName } from '../../src/contract/space-settings-api';
import { membersOf } from '../refusals/members-of';
import { isListOf } from '../resolver/is-list-of';
import { isString } from '../resolver/is-string';

export const isFoundPages = (answer: unknown): answer is Extract<FoundPages, { readonly pages: unknown }> =>
  isListOf(membersOf(answer)['pages'], isPageName);

const isPageName = (value: unknown): value is PageName => {
  const { id, title, spaceKey } = membersOf(value);
  return isString(id) && isString(title) && isString(spaceKey);
};
