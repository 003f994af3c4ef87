import { allowedStatuses, refusedCursorStatuses } from './allowed-statuses';
import { toBody, type ApiAsk } from './api-ask';
import type { Dice } from './dice';
import type { FuzzMoment, ServedAsk } from './fuzz-moment';
import type { FuzzRequest } from './fuzz-request';
import { signedRequest } from './signed-request';
import { writeApiAsk } from './write-api-ask';
import { writeHostileText } from './hostile-text';
import { writeRequestId } from './write-request-id';

/** Less than the quarter of an hour for which an id is remembered. */
const REMEMBERED_MS = 14 * 60_000;

const asking = (moment: FuzzMoment, kind: string, ask: ApiAsk, allowed: readonly number[]): FuzzRequest =>
  signedRequest(moment, { kind, ask, allowed, body: toBody(ask) });

const writePlain = (operation: ApiAsk['operation']) => (dice: Dice, moment: FuzzMoment) =>
  asking(moment, operation, writeApiAsk(dice, operation), allowedStatuses(operation, moment));

const withCursor = (dice: Dice, { ask }: ServedAsk, cursor: string): ApiAsk => ({
  ...ask,
  requestId: writeRequestId(dice),
  members: { ...ask.members, cursor },
});

/** A text that no reply ever had as its cursor. */
const writeGarbage = (dice: Dice, moment: FuzzMoment): FuzzRequest => {
  const ask = writeApiAsk(dice, dice.pick(['search', 'read', 'spaces']));
  const text = writeHostileText(dice, dice.pick([10, 200, 16_000]));
  const cursor = dice.chance(0.5) ? text : Buffer.from(text).toString('base64url').slice(0, 16_000);
  const refused = refusedCursorStatuses(moment);
  return asking(moment, 'cursor-garbage', { ...ask, members: { ...ask.members, cursor } }, refused);
};

/** For a cursor as it was given: meanwhile spaces may have been opened or closed, or the hour may be over. */
const continuedStatuses = (operation: ApiAsk['operation'], moment: FuzzMoment): readonly number[] => [
  ...new Set([400, 403, ...allowedStatuses(operation, moment)]),
];

/** Whether a cursor of the one is surely none of the other. All lists of spaces go on from each other's. */
const isOfAnother = (one: ApiAsk, other: ApiAsk): boolean =>
  one.operation !== other.operation ||
  one.members['query'] !== other.members['query'] ||
  one.members['pageId'] !== other.members['pageId'];

/** The cursor with something changed. */
const mutate = (dice: Dice, cursor: string): string => {
  const at = dice.between(0, cursor.length - 1);
  const changed = dice.weigh([
    [3, () => cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1)],
    [1, () => cursor.slice(0, at)],
    [1, () => `${cursor}A`],
    [1, () => `${cursor}=`],
    [1, () => cursor + cursor],
    [1, () => cursor.replaceAll('-', '+').replaceAll('_', '/')],
    [1, () => ` ${cursor}`],
  ])();
  return changed === cursor || changed === '' ? `${cursor}AAAA` : changed;
};

const writeCursor = (dice: Dice, moment: FuzzMoment): FuzzRequest => {
  const withNext = moment.served.flatMap(({ nextCursor, ...served }) =>
    nextCursor === undefined ? [] : [{ ...served, nextCursor }],
  );
  if (withNext.length === 0) return writeGarbage(dice, moment);
  const served = dice.pick(withNext);
  const other = dice.pick(withNext);
  return dice.weigh([
    [
      3,
      () =>
        asking(
          moment,
          'cursor-next',
          withCursor(dice, served, served.nextCursor),
          continuedStatuses(served.ask.operation, moment),
        ),
    ],
    [
      2,
      () =>
        asking(
          moment,
          'cursor-mutated',
          withCursor(dice, served, mutate(dice, served.nextCursor)),
          refusedCursorStatuses(moment),
        ),
    ],
    [
      1,
      () =>
        asking(
          moment,
          'cursor-of-another',
          withCursor(dice, served, other.nextCursor),
          isOfAnother(served.ask, other.ask)
            ? refusedCursorStatuses(moment)
            : continuedStatuses(served.ask.operation, moment),
        ),
    ],
  ])();
};

/** Letter case does not tell two ids apart. */
const writeReplay = (dice: Dice, moment: FuzzMoment): FuzzRequest => {
  const recent = moment.served.filter(({ atMs }) => moment.nowMs - atMs < REMEMBERED_MS);
  if (recent.length === 0) return writePlain('status')(dice, moment);
  const { ask } = dice.pick(recent);
  const { requestId } = ask;
  const spelled = dice.pick([
    requestId,
    requestId.toUpperCase(),
    requestId.replace(/[a-f]/, (letter) => letter.toUpperCase()),
  ]);
  return signedRequest(moment, { kind: 'replay', allowed: [409], body: toBody({ ...ask, requestId: spelled }) });
};

/** Signed requests that the schema takes. */
export const writeAskingRequest = (dice: Dice, moment: FuzzMoment): FuzzRequest =>
  dice.weigh([
    [34, writePlain('search')],
    [18, writePlain('read')],
    [5, writePlain('spaces')],
    [8, writePlain('status')],
    [15, writeCursor],
    [5, writeGarbage],
    [16, writeReplay],
  ])(dice, moment);
