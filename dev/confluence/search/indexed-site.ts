import type { Clock } from '../../clock';
import { EMPTY_SITE, type Page, type SiteState, type Space } from '../model/site-state';
import { pageText } from './page-text';
import { type TextIndex, type TextField, createTextIndex } from './text-index';
import { toWords } from './words';

/** What the search index knows: the site as it was `indexLagMs` ago. */
export type IndexedSite = {
  readonly state: SiteState;
  readonly pages: TextIndex;
  /** Spaces are documents of their own (`type = space`), ranked apart so that they do not weigh on pages. */
  readonly spaces: TextIndex;
};

export type SearchIndex = {
  /** Tells the index of a new state; searches see it `indexLagMs` later. */
  readonly record: (state: SiteState) => void;
  readonly current: () => IndexedSite;
};

/** The index of Cloud follows the content within seconds to minutes. @see CDAC 45070 */
export const createSearchIndex = (options: {
  readonly clock: Clock;
  readonly indexLagMs: number;
  readonly siteSearch: boolean;
  readonly initial: SiteState;
}): SearchIndex => {
  const fields: readonly TextField[] = options.siteSearch ? ['text', 'title', 'site'] : ['text', 'title'];
  const pages = createTextIndex(fields);
  const spaces = createTextIndex(fields);
  let state = EMPTY_SITE;
  const pending: { readonly dueAt: number; readonly state: SiteState }[] = [];

  const take = (next: SiteState): void => {
    update(pages, state.pages, next.pages, putPage);
    update(spaces, state.spaces, next.spaces, putSpace);
    state = next;
  };
  take(options.initial);

  return {
    record: (next) => {
      pending.push({ dueAt: options.clock.now() + options.indexLagMs, state: next });
    },
    current: () => {
      const due = pending.filter(({ dueAt }) => dueAt <= options.clock.now());
      pending.splice(0, due.length);
      const latest = due.at(-1);
      if (latest !== undefined) take(latest.state);
      return { state, pages, spaces };
    },
  };
};

/** Applies what differs between two states; unchanged entries are the same objects in both. */
const update = <T>(
  index: TextIndex,
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  put: (index: TextIndex, entry: T) => void,
): void => {
  for (const id of before.keys()) if (!after.has(id)) index.remove(id);
  for (const [id, entry] of after) if (before.get(id) !== entry) put(index, entry);
};

const putPage = (index: TextIndex, page: Page): void => {
  const { titleWords, bodyWords, labelWords } = pageText(page);
  index.put({ id: page.id, title: titleWords, body: bodyWords, labels: labelWords });
};

const putSpace = (index: TextIndex, space: Space): void => {
  index.put({ id: space.id, title: toWords(space.name), body: toWords(space.description), labels: [[space.key]] });
};
