import type { SiteContent } from '../content/site-content';
import type { Manifest } from '../platform/manifest';
import type { LoadedApp } from './load-app';
import { createModelSite } from './model-site';
import { storageOf } from './page-storage';
import { createKey } from './steps/key-steps';
import type { Tally } from './tally';
import type { Tokens } from './tokens';
import type { Trial } from './trial';
import { CONFLUENCE_ADMIN, NOTHING_EXCLUDED, wordsOf, type World, type WorldPage, type WorldSpace } from './world';

export type SeedOptions = {
  readonly indexLagMs: number;
  /** Which of the spaces begin open. */
  readonly open: readonly boolean[];
};

type TrialPorts = {
  readonly app: LoadedApp;
  readonly manifest: Manifest;
  readonly tokens: Tokens;
  readonly tally: Tally;
  readonly unauthorized: Trial['unauthorized'];
};

const SPACES = 4;
const LONG = 8;

/** A tree of three pages, a labelled page, and a blog post; the first two are long enough to be read in pieces. */
const pagesOf = (tokens: Tokens, space: WorldSpace, label: string): readonly WorldPage[] => {
  const page = (members: Partial<WorldPage> = {}): WorldPage => ({
    id: tokens.nextPageId(),
    type: 'page',
    spaceId: space.id,
    status: 'current',
    labels: [],
    restriction: 'none',
    title: tokens.next('title'),
    heading: tokens.next('heading'),
    texts: [tokens.next('text')],
    version: 1,
    ...members,
  });
  const long = (): readonly string[] => Array.from({ length: LONG }, () => tokens.next('text'));
  const root = page({ texts: long() });
  const branch = page({ parentId: root.id, texts: long() });
  return [root, branch, page({ parentId: branch.id }), page({ labels: [label] }), page({ type: 'blogpost' })];
};

const toContent = (spaces: readonly WorldSpace[], pages: readonly WorldPage[]): SiteContent => {
  const keys = new Map(spaces.map(({ id, key }) => [id, key]));
  return {
    spaces: spaces.map(({ id, key, name, admins }) => ({ id, key, name, admins })),
    pages: pages.map((page) => ({
      id: page.id,
      title: page.title,
      space: keys.get(page.spaceId) ?? '',
      type: page.type,
      labels: page.labels,
      storage: storageOf(page),
      ...(page.parentId === undefined ? {} : { parent: page.parentId }),
    })),
  };
};

/** A new site with the app installed, a key, some spaces open, and the world that tells what is so. */
export const seedTrial = async (
  { app, manifest, tokens, tally, unauthorized }: TrialPorts,
  { indexLagMs, open }: SeedOptions,
): Promise<Trial> => {
  const labels = [tokens.next('label'), tokens.next('label'), tokens.next('label')];
  const spaces = Array.from({ length: SPACES }, (_, index): WorldSpace => ({
    id: tokens.nextSpaceId(),
    key: tokens.next('key'),
    name: tokens.next('name'),
    isArchived: false,
    isBlocked: false,
    admins: index % 2 === 0 ? ['alice'] : [],
  }));
  const pages = spaces.flatMap((space) => pagesOf(tokens, space, labels[0] ?? ''));
  const site = createModelSite({ app, manifest, content: toContent(spaces, pages), indexLagMs });
  const world: World = {
    nowMs: site.clock.now,
    indexLagMs,
    spaces: new Map(spaces.map((space) => [space.id, space])),
    pages: new Map(pages.map((page) => [page.id, page])),
    everySpaceId: spaces.map(({ id }) => id),
    everyPageId: pages.map(({ id }) => id),
    owners: new Map(pages.flatMap((page) => wordsOf(page).map((word) => [word, page.id]))),
    changedPageIds: [],
    labels,
    optIns: new Map(),
    keys: [],
    policy: {
      paused: false,
      optInBy: 'space-admins',
      exclusions: NOTHING_EXCLUDED,
      maxResults: 25,
      maxChars: 50_000,
    },
    changedAtMs: site.clock.now() - indexLagMs,
  };
  const trial: Trial = { site, world, tokens, tally, unauthorized, cursors: [], seenRecords: new Set() };
  // So many requests in so little time are not what is looked at.
  const limits = { requestsPerMinute: 6000, pointsPerHour: 65_000 };
  await site.invoke({ module: 'admin', function: 'setLimits', as: CONFLUENCE_ADMIN, payload: limits });
  await createKey(trial, CONFLUENCE_ADMIN, 365);
  for (const [index, { id, key }] of spaces.entries()) {
    if (open[index] !== true) continue;
    const payload = { enabled: true };
    await site.invoke({
      module: 'space-settings',
      function: 'setSpaceAccess',
      as: CONFLUENCE_ADMIN,
      spaceId: id,
      payload,
    });
    const at = new Date(site.clock.now()).toISOString();
    world.optIns.set(id, { isOpen: true, at, key, exclusions: NOTHING_EXCLUDED });
  }
  return trial;
};
