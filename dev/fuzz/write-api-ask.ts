import type { ApiAsk } from './api-ask';
import type { Dice } from './dice';
import { CLOSED_PAGE_IDS, OPEN_PAGE_IDS, SPACE_NAMES } from './fuzz-content';
import { VOCABULARY, writeHostileText } from './hostile-text';
import { writeRequestId } from './write-request-id';

type Members = Readonly<Record<string, unknown>>;

const maybe = (dice: Dice, share: number, name: string, write: () => unknown): Members =>
  dice.chance(share) ? { [name]: write() } : {};

const listOf = <T>(dice: Dice, max: number, write: () => T): readonly T[] =>
  Array.from({ length: dice.between(1, max) }, write);

const writeSpaceName = (dice: Dice): string =>
  dice.chance(0.8) ? dice.pick(SPACE_NAMES) : writeHostileText(dice, 255);

const writeLabel = (dice: Dice): string =>
  dice.weigh([
    [3, () => dice.pick(['runbook', 'Runbook', 'api', 'secret-label', 'site-secret'])],
    [1, () => writeHostileText(dice, 255)],
  ])();

const writeDate = (dice: Dice): string =>
  dice.pick([
    '2025-01-01',
    '2024-02-29',
    '2026-06-01T12:00:00Z',
    '0001-01-01',
    '9999-12-31',
    '2025-06-01t00:00:00.5+14:00',
  ]);

/** Ids of no page that a search below one takes, and those that reading one takes. */
const ODD_DIGITS = ['0', '00081', '9007199254740993', '9'.repeat(64)] as const;
const ODD_IDS = [...ODD_DIGITS, '-1', '__proto__', 'constructor', 'x'.repeat(64), 'A_b-9'] as const;

const writePageId = (dice: Dice, odd: readonly string[]): string =>
  dice.weigh([
    [6, () => dice.pick(OPEN_PAGE_IDS)],
    [2, () => dice.pick(CLOSED_PAGE_IDS)],
    [1, () => dice.pick(odd)],
  ])();

const writeQuery = (dice: Dice): string =>
  dice.chance(0.3) ? dice.pick(VOCABULARY) : writeHostileText(dice, dice.chance(0.1) ? 1000 : 120);

/** What a search asks for beside `cursor`. */
const writeSearchMembers = (dice: Dice): Members => ({
  query: writeQuery(dice),
  ...maybe(dice, 0.2, 'spaces', () => listOf(dice, dice.chance(0.05) ? 100 : 3, () => writeSpaceName(dice))),
  ...maybe(dice, 0.1, 'types', () => dice.pick([['page'], ['blogpost'], ['page', 'blogpost'], ['page', 'page']])),
  ...maybe(dice, 0.1, 'labels', () => ({
    ...maybe(dice, 0.5, 'any', () => listOf(dice, 3, () => writeLabel(dice))),
    ...maybe(dice, 0.5, 'none', () => listOf(dice, 3, () => writeLabel(dice))),
  })),
  ...maybe(dice, 0.05, 'updatedAfter', () => writeDate(dice)),
  ...maybe(dice, 0.05, 'updatedBefore', () => writeDate(dice)),
  ...maybe(dice, 0.05, 'under', () => writePageId(dice, ODD_DIGITS)),
  ...maybe(dice, 0.9, 'limit', () =>
    dice.weigh([
      [12, dice.between(1, 3)],
      [1, dice.between(4, 25)],
    ]),
  ),
  ...maybe(dice, 0.2, 'excerptsPerPage', () => dice.between(1, 5)),
  ...maybe(dice, 0.3, 'maxChars', () => dice.pick([500, 501, 1000, 12_000, 50_000])),
  ...maybe(dice, 0.3, 'maxCharsPerPage', () => dice.pick([200, 201, 500, 2000, 20_000])),
  ...maybe(dice, 0.2, 'outline', () => dice.chance(0.5)),
});

const writeReadMembers = (dice: Dice): Members => ({
  pageId: writePageId(dice, ODD_IDS),
  ...maybe(dice, 0.2, 'section', () =>
    dice.chance(0.5) ? [dice.pick(['Steps', 'Limits'])] : listOf(dice, 6, () => writeHostileText(dice, 1000)),
  ),
  ...maybe(dice, 0.6, 'maxChars', () => dice.pick([500, 501, 777, 5000, 200_000])),
});

const MEMBERS: Readonly<Record<ApiAsk['operation'], (dice: Dice) => Members>> = {
  search: writeSearchMembers,
  read: writeReadMembers,
  spaces: (dice) => maybe(dice, 0.5, 'limit', () => dice.pick([1, 2, 250])),
  status: () => ({}),
};

/** A request that the schema takes, with whatever its texts may hold. */
export const writeApiAsk = (dice: Dice, operation: ApiAsk['operation']): ApiAsk => ({
  operation,
  requestId: writeRequestId(dice),
  members: MEMBERS[operation](dice),
});
