import { toBody } from './api-ask';
import type { Dice, Present } from './dice';
import type { FuzzMoment } from './fuzz-moment';
import type { FuzzRequest } from './fuzz-request';
import { writeHostileText } from './hostile-text';
import { signBody } from './sign-body';
import { writeApiAsk } from './write-api-ask';

/** Values that a member of an event may have when nobody holds to the documentation. */
const ODD_VALUES: readonly Present[] = [
  null, 0, -1, 1.5, true, '', 'x', [], {}, [[]], [null], { length: 1 }, { toString: 1 }, [{}], { 0: 'POST' },
]; // prettier-ignore

const EVENTS: readonly Present[] = [...ODD_VALUES, { method: 'POST' }, { method: 'POST', headers: {} }, { body: 'x' }];

/** Objects with a member named `__proto__` can only be made from text. */
const withProto = (members: object, value: unknown): unknown =>
  JSON.parse(`${JSON.stringify({ ...members, '~': 0 }).slice(0, -1)},"__proto__":${JSON.stringify(value)}}`);

const manyHeaders = (dice: Dice): object =>
  Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`x-${index}`, [writeHostileText(dice, 20)]]));

/** Events in which something is missing, of another type, or there too often. Nobody made one of them with a key. */
export const writeOddEvent = (dice: Dice, { secret, nowMs }: FuzzMoment): FuzzRequest => {
  const body = toBody(writeApiAsk(dice, 'status'));
  const timestamp = new Date(nowMs).toISOString();
  const headers = {
    'content-type': ['application/json'],
    'x-webtrigger-timestamp': [timestamp],
    'x-webtrigger-signature': [signBody(secret, timestamp, body)],
  };
  const right = { method: 'POST', headers, body };
  const name = dice.pick(['content-type', 'x-webtrigger-timestamp', 'x-webtrigger-signature'] as const);
  const odd = dice.pick(ODD_VALUES);
  const event = dice.weigh<() => unknown>([
    [2, () => dice.pick(EVENTS)],
    [2, () => ({ ...right, method: odd })],
    [2, () => ({ ...right, headers: odd })],
    // An empty text would be one that is wrongly signed, which is tried elsewhere.
    [2, () => ({ ...right, body: odd === '' ? 0 : odd })],
    [4, () => ({ ...right, headers: { ...headers, [name]: odd } })],
    [2, () => ({ ...right, headers: { ...headers, [name]: [] } })],
    [2, () => ({ ...right, headers: { ...headers, [name]: [odd] } })],
    [2, () => ({ ...right, headers: { ...headers, [name]: [...headers[name], ...headers[name]] } })],
    [2, () => ({ ...right, headers: { ...headers, [name.toUpperCase()]: headers[name] } })],
    [1, () => ({ ...right, headers: withProto({ 'content-type': ['application/json'] }, headers) })],
    [1, () => withProto({ method: 'POST' }, right)],
    [1, () => ({ ...right, headers: manyHeaders(dice) })],
    [1, () => ({ ...right, body: undefined })],
  ])();
  return { kind: 'odd-event', isSigned: false, allowed: [401, 405, 415], delivery: { via: 'event', event } };
};
