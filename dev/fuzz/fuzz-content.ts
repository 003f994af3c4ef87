import type { PageSource, SiteContent, SpaceSource } from '../content/site-content';
import { createDice, type Dice } from './dice';
import { VOCABULARY, writeHostileText } from './hostile-text';
import { MARKER } from './marker';
import { writeHostileStorage } from './write-hostile-storage';

/** The space that is opened and closed while the site is fuzzed. */
export const SWITCHED_SPACE = 'TOG';
/** `ARC` and `BLK` are opted in, and yet give nothing: archived later, and closed by an app access rule. */
const SPACES: readonly SpaceSource[] = [
  { key: 'OPN', id: '60001', name: 'Open & <b>"hostile"</b> \u202ename', optedIn: true },
  { key: 'ALI', id: '60002', name: 'Aliased', alias: 'also-known', optedIn: true },
  { key: '~fuzz', id: '60003', name: 'A person', optedIn: true },
  { key: SWITCHED_SPACE, id: '60004', name: 'Switched', optedIn: true },
  { key: 'BLK', id: '60005', name: 'Blocked', blocked: true, optedIn: true },
  { key: 'ARC', id: '60006', name: `Archived ${MARKER}`, optedIn: true },
  { key: 'SHUT', id: '60007', name: `Shut ${MARKER}` },
];

export const SPACE_NAMES = [...SPACES.map(({ key }) => key), 'also-known', 'opn', 'NOPE'];

/** Open as long as anything is; an archived space cannot be opened again. */
export const OPEN_SPACES = ['OPN', 'ALI', '~fuzz', 'BLK'] as const;

const idsOf = (spaces: readonly SpaceSource[], open: readonly string[]): ReadonlySet<string> =>
  new Set(spaces.flatMap(({ key, id }) => (id !== undefined && open.includes(key) ? [id] : [])));

/** Ids of the spaces that may be listed while these are open. */
export const listedSpaceIds = (open: readonly string[]): ReadonlySet<string> => idsOf(SPACES, open);

/** Ids of the spaces of which content may be in a reply while these are open. */
export const readableSpaceIds = (open: readonly string[]): ReadonlySet<string> =>
  idsOf(
    SPACES.filter(({ blocked }) => blocked !== true),
    open,
  );

const HOME = '80000';
/** Everything below it is excluded by the space's own exclusions. */
export const HIDDEN_TREE = '70010';
const OPEN_PAGES = 60;
const MINUTES_APART = 977;

/** Confluence keeps no half of a pair; and what is open has no marker. */
const toOpenText = (text: string): string => Buffer.from(text).toString().replaceAll(MARKER, 'open');

const writeOpenPage = (dice: Dice, index: number): PageSource => ({
  id: String(Number(HOME) + index),
  title: toOpenText(`${dice.pick(VOCABULARY)} ${index} ${writeHostileText(dice, 60)}`).trim(),
  space: dice.weigh([
    [6, 'OPN'],
    [2, 'ALI'],
    [1, '~fuzz'],
    [2, SWITCHED_SPACE],
  ]),
  storage: toOpenText(writeHostileStorage(dice, index)),
  type: index % 9 === 8 ? 'blogpost' : 'page',
  labels: index % 3 === 0 ? ['runbook'] : [],
  updated: new Date(Date.UTC(2025, 0, 1, 0, index * MINUTES_APART)).toISOString(),
});

/** A page with words that are searched for, which nobody may get. */
const closed = (index: number, members: Partial<PageSource>): PageSource => ({
  id: String(70_000 + index),
  title: `${VOCABULARY[index % VOCABULARY.length] ?? ''} ${MARKER} ${index}`,
  space: 'OPN',
  storage: `<h1>Steps ${MARKER}</h1><p>${VOCABULARY.join(' ')} ${MARKER}</p>`,
  ...members,
});

const CLOSED_PAGES: readonly PageSource[] = [
  ...['SHUT', 'ARC', 'BLK'].flatMap((space, place) => [1, 2, 3].map((index) => closed(place * 3 + index, { space }))),
  closed(10, { storage: '<p>hidden</p>' }),
  closed(11, { parent: HIDDEN_TREE }),
  closed(12, { parent: '70011' }),
  closed(13, { labels: ['Secret-Label', MARKER].map((label) => label.toLowerCase()) }),
  closed(14, { labels: ['site-secret'], space: 'ALI' }),
  closed(15, { type: 'blogpost', space: '~fuzz' }),
  closed(16, { restrictedTo: ['somebody'] }),
  closed(17, { status: 'draft' }),
  closed(18, { status: 'trashed' }),
  closed(19, { status: 'archived' }),
];

const dice = createDice(20_260_601, 0);
const OPEN_CONTENT = Array.from({ length: OPEN_PAGES }, (_, index) => writeOpenPage(dice, index))
  // Blog posts of this space are excluded.
  .filter(({ space, type }) => space !== '~fuzz' || type === 'page');

export const OPEN_PAGE_IDS = OPEN_CONTENT.flatMap(({ id }) => (id === undefined ? [] : [id]));
export const CLOSED_PAGE_IDS = CLOSED_PAGES.flatMap(({ id }) => (id === undefined ? [] : [id]));

/**
 * The fuzzed site, the same for every seed: open spaces with hostile pages, and everything that must stay inside, with a
 * {@link MARKER} in title, text or label.
 */
export const FUZZ_CONTENT: SiteContent = { spaces: SPACES, pages: [...CLOSED_PAGES, ...OPEN_CONTENT] };
