import { LEFT_OUT_REASONS, type LeftOutPage, type SpacePreview } from '../../../src/contract/space-settings-api';
import { NOTE_CODES, type Excerpt, type Note } from '../../../src/contract/search-api';
import { membersOf } from '../../refusals/members-of';
import { isListOf } from '../../resolver/is-list-of';
import { isString, isStringOrAbsent } from '../../resolver/is-string';

type Answered = Extract<SpacePreview, { readonly results: unknown }>;

/** What the page reads of a result. */
export type PreviewedPage = {
  readonly page: { readonly id: string; readonly title: string; readonly url: string; readonly updatedAt: string };
  readonly excerpts: readonly Excerpt[];
};

/** What the page reads of the answer. */
export type Preview = Omit<Answered, 'results'> & { readonly results: readonly PreviewedPage[] };

export const isSpacePreview = (answer: unknown): answer is Preview => {
  const { results, hiddenCount, leftOut, notes, confluencePoints } = membersOf(answer);
  return (
    isListOf(results, isPreviewedPage) &&
    typeof hiddenCount === 'number' &&
    isListOf(leftOut, isLeftOutPage) &&
    isListOf(notes, isNote) &&
    typeof confluencePoints === 'number'
  );
};

const isPreviewedPage = (value: unknown): value is PreviewedPage => {
  const { page, excerpts } = membersOf(value);
  const { id, title, url, updatedAt } = membersOf(page);
  return [id, title, url, updatedAt].every(isString) && isListOf(excerpts, isExcerpt);
};

const isExcerpt = (value: unknown): value is Excerpt => {
  const { markdown, headingPath, url } = membersOf(value);
  return isString(markdown) && isListOf(headingPath, isString) && isString(url);
};

const isLeftOutPage = (value: unknown): value is LeftOutPage => {
  const { id, title, url, reason, label } = membersOf(value);
  return [id, title, url].every(isString) && isOneOf(LEFT_OUT_REASONS, reason) && isStringOrAbsent(label);
};

const isNote = (value: unknown): value is Note => {
  const { code, message } = membersOf(value);
  return isOneOf(NOTE_CODES, code) && isString(message);
};

const isOneOf = (names: readonly string[], value: unknown): boolean => names.some((name) => name === value);
