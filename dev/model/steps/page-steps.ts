import fc from 'fast-check';
import {
  addPage,
  changed,
  changePage,
  editableAt,
  moveChildrenUp,
  pageAt,
  spaceAt,
  withDescendants,
} from '../change-content';
import { storageOf } from '../page-storage';
import { pick } from '../trial';
import type { WorldPage } from '../world';
import { anyIndex, weigh, type Step } from './step';

const renamePage: Step<number> = {
  name: 'renamePage',
  weight: 2,
  parameters: anyIndex,
  run: (trial, index) => {
    const page = editableAt(trial, index);
    if (page === undefined) return;
    const title = trial.tokens.next('title');
    trial.world.owners.set(title, page.id);
    changePage(trial, page, { title }, { title, version: page.version + 1 });
  },
};

const editPage: Step<number> = {
  name: 'editPage',
  weight: 2,
  parameters: anyIndex,
  run: (trial, index) => {
    const page = editableAt(trial, index);
    if (page === undefined) return;
    const [heading, texts] = [trial.tokens.next('heading'), page.texts.map(() => trial.tokens.next('text'))];
    for (const word of [heading, ...texts]) trial.world.owners.set(word, page.id);
    changePage(trial, page, { storage: storageOf({ heading, texts }) }, { heading, texts, version: page.version + 1 });
  },
};

const labelPage: Step<{ readonly page: number; readonly labels: readonly number[]; readonly loud: boolean }> = {
  name: 'labelPage',
  weight: 4,
  parameters: fc.record({
    page: anyIndex,
    labels: fc.uniqueArray(fc.nat({ max: 2 }), { maxLength: 2 }),
    loud: fc.boolean(),
  }),
  run: (trial, { page: index, labels: chosen, loud }) => {
    const page = pageAt(trial, index);
    if (page === undefined) return;
    const labels = chosen.flatMap((each) => pick(trial.world.labels, each) ?? []);
    changePage(trial, page, { labels: loud ? labels.map((label) => label.toUpperCase()) : labels }, { labels });
  },
};

const RESTRICTED_TO = { none: [], people: ['alice'], 'people-and-apps': ['alice', 'atlassian-addons'] } as const;

const restrictPage: Step<{ readonly page: number; readonly restriction: WorldPage['restriction'] }> = {
  name: 'restrictPage',
  weight: 4,
  parameters: fc.record({
    page: anyIndex,
    restriction: fc.constantFrom<WorldPage['restriction']>('none', 'none', 'people', 'people', 'people-and-apps'),
  }),
  run: (trial, { page: index, restriction }) => {
    const page = pageAt(trial, index);
    if (page !== undefined) changePage(trial, page, { restrictedTo: RESTRICTED_TO[restriction] }, { restriction });
  },
};

const setPageStatus: Step<{ readonly page: number; readonly status: WorldPage['status'] }> = {
  name: 'setPageStatus',
  weight: 5,
  parameters: fc.record({
    page: anyIndex,
    status: fc.constantFrom<WorldPage['status']>('current', 'current', 'archived', 'trashed'),
  }),
  run: (trial, { page: index, status }) => {
    const page = pageAt(trial, index);
    if (page === undefined) return;
    if (status !== 'current') moveChildrenUp(trial, page);
    changePage(trial, page, { status }, { status });
  },
};

const purgePage: Step<number> = {
  name: 'purgePage',
  weight: 1,
  parameters: anyIndex,
  run: (trial, index) => {
    const page = pageAt(trial, index);
    if (page === undefined) return;
    trial.site.patch({ pages: { [page.id]: null } });
    moveChildrenUp(trial, page);
    trial.world.pages.delete(page.id);
    changed(trial);
  },
};

const movePage: Step<{ readonly page: number; readonly space: number; readonly parent: number | undefined }> = {
  name: 'movePage',
  weight: 5,
  parameters: fc.record({ page: anyIndex, space: anyIndex, parent: fc.option(anyIndex, { nil: undefined }) }),
  run: (trial, { page: index, space: spaceIndex, parent: parentIndex }) => {
    const { world } = trial;
    const [page, space] = [pageAt(trial, index), spaceAt(trial, spaceIndex)];
    if (page === undefined || space === undefined) return;
    const moved = withDescendants(trial, page);
    const parents = [...world.pages.values()].filter(
      ({ id, type, status, spaceId }) =>
        type === 'page' && status === 'current' && spaceId === space.id && moved.every((each) => each.id !== id),
    );
    const parent = parentIndex === undefined || page.type === 'blogpost' ? undefined : pick(parents, parentIndex)?.id;
    for (const each of moved) world.pages.set(each.id, { ...each, spaceId: space.id });
    changePage(trial, page, { space: space.key, parent: parent ?? null }, { spaceId: space.id, parentId: parent });
  },
};

const createPage: Step<{ readonly space: number; readonly parent: number | undefined }> = {
  name: 'createPage',
  weight: 1,
  parameters: fc.record({ space: anyIndex, parent: fc.option(anyIndex, { nil: undefined }) }),
  run: (trial, { space: spaceIndex, parent: parentIndex }) => {
    const space = spaceAt(trial, spaceIndex);
    if (space !== undefined) addPage(trial, space, parentIndex);
  },
};

/** What people do with pages. */
export const PAGE_CHANGES = [
  weigh(renamePage),
  weigh(editPage),
  weigh(labelPage),
  weigh(restrictPage),
  weigh(setPageStatus),
  weigh(purgePage),
  weigh(movePage),
  weigh(createPage),
];
