import { OPERATIONS } from '../../src/contract/search-api';
import { toBody, type ApiAsk } from './api-ask';
import type { Dice } from './dice';
import type { FuzzMoment } from './fuzz-moment';
import type { FuzzRequest } from './fuzz-request';
import { writeFlood, writeHostileText } from './hostile-text';
import { MAX_BODY, signedRequest } from './signed-request';
import { writeApiAsk } from './write-api-ask';

const DEEP = 5000;

/** Values that no member of any operation takes, as JSON text: `JSON.stringify` would lose some. */
const BAD_VALUES = [
  'null', '1e400', '-1e400', '-0', '1e-400', '0.1', '99999999999999999999999', '-1', '{}', '[[]]', '[null]', '[{}]',
  '{"__proto__":{"x":1}}', '{"length":1,"0":"a"}', '{"$ne":null}', '""', '[""]', '[1e400]', `"${'é'.repeat(17_000)}"`,
] as const; // prettier-ignore

/** Names that no operation knows. */
const UNKNOWN_NAMES = [
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'then', 'length', '', '0',
  'Operation', 'operation ', 'оperation', 'ｌｉｍｉｔ', 'spaceIds', 'cql', '\ud800', '\u202e', '~1', '/', 'a/b~c',
] as const; // prettier-ignore

/** Not JSON, or JSON that is no object. */
const NO_OBJECTS = [
  '', ' ', 'null', 'true', '0', '1e400', '"x"', '[]', '[{}]', 'NaN', 'undefined', '{', '}', "{'a':1}", '{a:1}', '{"a":NaN}',
  '{"a":-Infinity}', '{"a":0x10}', '{"a":01}', '{"a":.5}', '{"a":1,}', '/**/{}', '\ufeff{}', '{}\u0000', '{}{}', '%7B%7D',
  'eyJvcGVyYXRpb24iOiJzdGF0dXMifQ==', 'operation=status', '<xml/>', '\ud800', '"\\ud800"', '{"\\u0000":"\\u0000"}',
  '\u0000\u0001\u0002\ufffd\ufffd', '{"operation":"status"}', '--b\r\ncontent-disposition: form-data\r\n\r\nx\r\n--b--',
] as const; // prettier-ignore

const MEMBERS = [
  'query', 'spaces', 'types', 'labels', 'updatedAfter', 'updatedBefore', 'under', 'limit', 'cursor', 'excerptsPerPage',
  'maxChars', 'maxCharsPerPage', 'outline',
] as const; // prettier-ignore

const withMember = (ask: ApiAsk, name: string, valueText: string): string => {
  const members = Object.fromEntries(Object.entries(ask.members).filter(([own]) => own !== name));
  return `${toBody({ ...ask, members }).slice(0, -1)},${JSON.stringify(name)}:${valueText}}`;
};

const deepText = (dice: Dice, depth: number): string =>
  dice.pick([
    `${'['.repeat(depth)}${']'.repeat(depth)}`,
    `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
    `${'[{"__proto__":'.repeat(depth)}1${'}]'.repeat(depth)}`,
  ]);

const writeBadMember = (dice: Dice): string => {
  const name = dice.pick(MEMBERS);
  const text = dice.pick(BAD_VALUES);
  // `{}` is a choice of no labels, and `-0` and the like are no reason to leave the others out.
  return withMember(writeApiAsk(dice, 'search'), name, name === 'labels' && text === '{}' ? '[]' : text);
};

const writeTooDeep = (dice: Dice): string =>
  dice.weigh([
    [2, () => deepText(dice, dice.between(2, DEEP))],
    [2, () => withMember(writeApiAsk(dice, 'status'), dice.pick(UNKNOWN_NAMES), deepText(dice, DEEP / 2))],
    [1, () => withMember(writeApiAsk(dice, 'search'), dice.pick(MEMBERS), deepText(dice, DEEP / 2))],
    [1, () => '['.repeat(dice.between(1, 60_000))],
  ])();

const writeFlooded = (dice: Dice): string => {
  const text = writeFlood(dice, dice.pick([10, 20, 60]) * 1024);
  return dice.weigh([
    [2, () => withMember(writeApiAsk(dice, 'status'), 'query', JSON.stringify(text))],
    [2, () => withMember(writeApiAsk(dice, 'search'), 'query', JSON.stringify(text))],
    [
      1,
      () =>
        withMember(writeApiAsk(dice, 'search'), 'spaces', JSON.stringify(Array.from({ length: 9000 }, () => 'OPN'))),
    ],
    [1, () => withMember(writeApiAsk(dice, 'search'), 'cursor', JSON.stringify('A'.repeat(16_001)))],
    [1, () => JSON.stringify(Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`k${index}`, 0])))],
    [1, () => text],
  ])();
};

const writeUnknownMember = (dice: Dice): string =>
  withMember(
    writeApiAsk(dice, dice.pick(OPERATIONS)),
    dice.chance(0.8) ? dice.pick(UNKNOWN_NAMES) : `x${writeHostileText(dice, 2000)}`,
    dice.pick([...BAD_VALUES, '1', '"x"', 'true']),
  );

const writeWithout = (dice: Dice): string => {
  const operation = dice.pick(OPERATIONS);
  const { requestId } = writeApiAsk(dice, 'status');
  return dice.pick([
    JSON.stringify({ operation, ...writeApiAsk(dice, operation).members }),
    JSON.stringify({ requestId, ...writeApiAsk(dice, operation).members }),
    JSON.stringify({ requestId, operation: 'search' }),
    JSON.stringify({ requestId, operation: 'read', section: [] }),
    JSON.stringify({ requestId, operation: writeHostileText(dice, 40).concat('.') }),
    JSON.stringify({ requestId: requestId.slice(0, dice.between(0, 35)), operation: 'status' }),
    JSON.stringify({ requestId: `${requestId}\n`, operation: 'status' }),
    JSON.stringify({ requestId: requestId.replaceAll('-', '‐'), operation: 'status' }),
    JSON.stringify({ requestId: [requestId], operation: ['status'] }),
  ]);
};

/** Bodies that are as large as is just allowed, or one byte more. */
const writeAtLimit = (dice: Dice, moment: FuzzMoment): FuzzRequest => {
  const body = toBody(writeApiAsk(dice, 'status'));
  const over = dice.pick([0, 1, 1, 5000]);
  const wanted = MAX_BODY + over - dice.pick([0, ...(over === 0 ? [1, 2] : [])]);
  const filler = dice.pick([' ', '\n', 'é', '🧑']);
  const room = wanted - Buffer.byteLength(body);
  const size = Buffer.byteLength(filler);
  const padding = `${filler.repeat(Math.floor(room / size))}${' '.repeat(room % size)}`;
  const isBlank = filler.trim() === '';
  return signedRequest(moment, {
    kind: 'size',
    body: body + padding,
    // White space around JSON is JSON.
    allowed: isBlank ? [200, ...(moment.limited ? [429] : [])] : [400],
  });
};

/** Of a member that is there twice the last counts: any answer but a failure is right. */
const writeTwice = (dice: Dice, moment: FuzzMoment): FuzzRequest => {
  const body = toBody(writeApiAsk(dice, dice.pick(['search', 'read'])));
  const twice = `${body.slice(0, -1)},${dice.pick(['"limit":1e1', '"limit":3.0', '"maxChars":5E2', '"operation":"status"', '"cursor":"A"'])}}`;
  return signedRequest(moment, {
    kind: 'twice',
    body: twice,
    allowed: [200, 400, 403, 404, ...(moment.limited ? [429] : [])],
  });
};

const refused = (kind: string, write: (dice: Dice) => string) => (dice: Dice, moment: FuzzMoment) =>
  signedRequest(moment, { kind, body: write(dice), allowed: [400] });

/** Signed requests that the schema refuses, or whose body is too large. */
export const writeBrokenBody = (dice: Dice, moment: FuzzMoment): FuzzRequest =>
  dice.weigh([
    [25, refused('bad-member', writeBadMember)],
    [20, refused('unknown-member', writeUnknownMember)],
    [12, refused('missing-member', writeWithout)],
    [12, refused('no-object', (from) => from.pick(NO_OBJECTS))],
    [8, refused('deep', writeTooDeep)],
    [6, refused('flood', writeFlooded)],
    [5, writeAtLimit],
    [10, writeTwice],
  ])(dice, moment);
