import { allowedStatuses } from './allowed-statuses';
import { toBody } from './api-ask';
import type { Dice } from './dice';
import type { FuzzMoment } from './fuzz-moment';
import type { FuzzRequest } from './fuzz-request';
import { writeHostileText } from './hostile-text';
import { signBody, signedHeaders } from './sign-body';
import { writeApiAsk } from './write-api-ask';

const TAKEN_TYPES = [
  'application/json', 'Application/JSON', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"',
  'application/json \t;\tcharset=utf-8 ',
] as const; // prettier-ignore

const OTHER_TYPES = [
  '', ' ', 'text/plain', 'application/json;', 'application/json; charset=utf-16', 'application/json; charset=utf-8; v=1',
  'application/json, application/json', 'application/jsonx', 'application/problem+json', 'application/json\n', '\u00a0',
  'application/json; boundary=x', 'multipart/form-data; boundary=--', `application/json;${' '.repeat(5000)}charset`,
] as const; // prettier-ignore

const METHODS = [
  'GET',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'post',
  'Post',
  ' POST',
  'POST ',
  '',
  '__proto__',
  'PO\u017fT',
];

const FURTHER_NAMES = [
  'x-forwarded-for',
  '__proto__',
  'constructor',
  'content-encoding',
  'transfer-encoding',
  'x-http-method-override',
];

const writeAsk = (dice: Dice) => writeApiAsk(dice, dice.pick(['status', 'status', 'spaces', 'read']));

/** Other addresses, headers beside those that count, other spellings: all served like any request. */
const writeOddSurroundings = (dice: Dice, moment: FuzzMoment): FuzzRequest => {
  const ask = writeAsk(dice);
  const body = toBody(ask);
  const timestamp = new Date(moment.nowMs).toISOString();
  const further = Array.from({ length: dice.pick([0, 1, 3, 200]) }, () => [
    dice.pick(FURTHER_NAMES),
    writeHostileText(dice, 200),
  ]).flat();
  const spell = dice.pick([(name: string) => name, (name: string) => name.toUpperCase()]);
  return {
    kind: 'odd-surroundings',
    ask,
    isSigned: true,
    allowed: allowedStatuses(ask.operation, moment),
    delivery: {
      via: 'ingress',
      request: {
        method: 'POST',
        rawHeaders: [
          ...further,
          spell('Content-Type'),
          dice.pick(TAKEN_TYPES),
          spell('X-WebTrigger-Timestamp'),
          timestamp,
          spell('x-webtrigger-Signature'),
          signBody(moment.secret, timestamp, body),
        ],
        userPath: dice.pick(['', '/', '/../../x', `/${writeHostileText(dice, 300)}`]),
        search: dice.pick(['', '?', '?__proto__=1&a=1,2&a=3', `?${writeHostileText(dice, 300)}`]),
        // Bytes like those of a socket.
        body: dice.chance(0.5) ? body : Buffer.from(body),
      },
    },
  };
};

const writeOddMethod = (dice: Dice, { secret, nowMs }: FuzzMoment): FuzzRequest => {
  const body = toBody(writeAsk(dice));
  const request = {
    rawHeaders: signedHeaders(secret, new Date(nowMs).toISOString(), body),
    userPath: '',
    search: '',
    body,
  };
  return {
    kind: 'method',
    isSigned: true,
    allowed: [405],
    delivery: { via: 'ingress', request: { ...request, method: dice.pick(METHODS) } },
  };
};

const writeOddType = (dice: Dice, { secret, nowMs }: FuzzMoment): FuzzRequest => {
  const body = toBody(writeAsk(dice));
  const [, , ...signature] = signedHeaders(secret, new Date(nowMs).toISOString(), body);
  const types = dice.weigh<readonly string[]>([
    [4, [dice.pick(OTHER_TYPES)]],
    [1, []],
    [2, [dice.pick(TAKEN_TYPES), dice.pick(TAKEN_TYPES)]],
  ]);
  return {
    kind: 'content-type',
    isSigned: true,
    allowed: [415],
    delivery: {
      via: 'ingress',
      request: {
        method: 'POST',
        rawHeaders: [
          ...types.flatMap((type, place) => [place === 0 ? 'content-type' : 'CONTENT-TYPE', type]),
          ...signature,
        ],
        userPath: '',
        search: '',
        body,
      },
    },
  };
};

/** Well-signed requests that come in another way than usual. */
export const writeOddTransport = (dice: Dice, moment: FuzzMoment): FuzzRequest =>
  dice.weigh([
    [3, writeOddSurroundings],
    [1, writeOddMethod],
    [2, writeOddType],
  ])(dice, moment);
