import { storageOf } from './page-storage';
import { pick, type Trial } from './trial';
import type { WorldPage, WorldSpace } from './world';

/** The index has something to follow. */
export const changed = ({ world }: Trial): void => {
  world.changedAtMs = world.nowMs();
};

/** Changes a page on the site and in the world alike. */
export const changePage = (trial: Trial, page: WorldPage, patch: object, change: Partial<WorldPage>): void => {
  trial.site.patch({ pages: { [page.id]: patch } });
  trial.world.pages.set(page.id, { ...page, ...change });
  trial.world.changedPageIds.push(page.id);
  changed(trial);
};

export const changeSpace = (trial: Trial, space: WorldSpace, patch: object, change: Partial<WorldSpace>): void => {
  trial.site.patch({ spaces: { [space.key]: patch } });
  trial.world.spaces.set(space.id, { ...space, ...change });
  changed(trial);
};

export const pageAt = ({ world }: Trial, index: number): WorldPage | undefined =>
  pick([...world.pages.values()], index);
/** In turn any page, and one that is being read in pieces. */
export const editableAt = (trial: Trial, index: number): WorldPage | undefined => {
  const read = trial.cursors.flatMap((kept) => (kept.of === 'read' ? [kept.body.pageId] : []));
  const inPieces = trial.world.pages.get(read.at(-1) ?? '');
  return index % 2 === 0 ? (inPieces ?? pageAt(trial, index)) : pageAt(trial, index);
};

export const spaceAt = ({ world }: Trial, index: number): WorldSpace | undefined =>
  pick([...world.spaces.values()], index);

const childrenOf = ({ world }: Trial, { id }: WorldPage): readonly WorldPage[] =>
  [...world.pages.values()].filter(({ parentId }) => parentId === id);

/** What Confluence does with the children of a page that is taken away. */
export const moveChildrenUp = (trial: Trial, page: WorldPage): void => {
  for (const child of childrenOf(trial, page)) {
    trial.world.pages.set(child.id, { ...child, parentId: page.parentId });
  }
};

export const withDescendants = (trial: Trial, page: WorldPage): readonly WorldPage[] => [
  page,
  ...childrenOf(trial, page).flatMap((child) => withDescendants(trial, child)),
];

/** Makes a page, at the top of a space or below one of its pages. */
export const addPage = (trial: Trial, space: WorldSpace, parentIndex: number | undefined): void => {
  const { world, tokens } = trial;
  const parents = [...world.pages.values()].filter(
    ({ spaceId, type, status }) => spaceId === space.id && type === 'page' && status === 'current',
  );
  const parent = parentIndex === undefined ? undefined : pick(parents, parentIndex);
  const page: WorldPage = {
    id: tokens.nextPageId(),
    type: 'page',
    spaceId: space.id,
    status: 'current',
    parentId: parent?.id,
    labels: [],
    restriction: 'none',
    title: tokens.next('title'),
    heading: tokens.next('heading'),
    texts: [tokens.next('text')],
    version: 1,
  };
  world.everyPageId.push(page.id);
  for (const word of [page.title, page.heading, ...page.texts]) world.owners.set(word, page.id);
  changePage(
    trial,
    page,
    {
      title: page.title,
      space: space.key,
      storage: storageOf(page),
      ...(parent === undefined ? {} : { parent: parent.id }),
    },
    {},
  );
};
