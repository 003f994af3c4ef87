import type { Page } from '../model/site-state';
import { storageToText } from './storage-text';
import { toWords, wordsWithPlaces } from './words';

/** A page as the index takes it: its texts and their words. */
export type PageText = {
  readonly body: string;
  readonly bodyWords: readonly string[];
  /** Where each word of the body begins, in UTF-16 code units. */
  readonly bodyPlaces: readonly number[];
  readonly titleWords: readonly string[];
  readonly labelWords: readonly (readonly string[])[];
};

const known = new WeakMap<Page, PageText>();

/** The words of a page; read once for each state of the page. */
export const pageText = (page: Page): PageText => {
  const read = known.get(page) ?? readPage(page);
  known.set(page, read);
  return read;
};

const readPage = (page: Page): PageText => {
  const body = storageToText(page.storage);
  const { words, places } = wordsWithPlaces(body);
  return {
    body,
    bodyWords: words,
    bodyPlaces: places,
    titleWords: toWords(page.title),
    labelWords: page.labels.map(toWords),
  };
};
