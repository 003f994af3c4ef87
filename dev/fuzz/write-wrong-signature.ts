import { toBody } from './api-ask';
import type { Dice } from './dice';
import type { FuzzMoment } from './fuzz-moment';
import type { FuzzRequest } from './fuzz-request';
import { writeHostileText } from './hostile-text';
import { signBody } from './sign-body';
import { writeApiAsk } from './write-api-ask';

type Signature = { readonly timestamp: string; readonly body: string; readonly secret: string; readonly dice: Dice };

/** Values of the signature header, none of which is the right one alone; several: the header is there as often. */
const WRONG: readonly ((signed: Signature) => readonly string[])[] = [
  ({ timestamp, body }) => [signBody(Buffer.alloc(32, 1).toString('base64'), timestamp, body)],
  ({ timestamp, body }) => [signBody('', timestamp, body)],
  // The key that stands in where there is none.
  ({ timestamp, body }) => [signBody(Buffer.alloc(32).toString('base64'), timestamp, body)],
  // The secret as text, not as what it encodes.
  ({ timestamp, body, secret }) => [signBody(Buffer.from(secret).toString('base64'), timestamp, body)],
  ({ timestamp, body, secret }) => [signBody(secret, timestamp, `${body} `)],
  ({ timestamp, body, secret }) => [signBody(secret, `${timestamp}.`, body)],
  ({ body, secret }) => [signBody(secret, '', body)],
  ({ dice, ...signed }) => [right(signed).slice(0, dice.between(0, 70))],
  (signed) => [`${right(signed)}${'0'.repeat(signed.dice.pick([1, 64, 60_000]))}`],
  (signed) => [right(signed).toUpperCase()],
  (signed) => [
    right(signed).replace('sha256=', signed.dice.pick(['', 'sha1=', 'sha512=', 'SHA256=', 'sha256:', 'sha256= '])),
  ],
  (signed) => [` ${right(signed)}`],
  (signed) => [`${right(signed)}\n`],
  (signed) => [`${right(signed)}, ${right(signed)}`],
  (signed) => [right(signed), right(signed)],
  (signed) => [right(signed), `sha256=${'0'.repeat(64)}`],
  () => [`sha256=${'g'.repeat(64)}`],
  () => [`sha256=${'0'.repeat(64)}`],
  () => [''],
  () => [],
  ({ dice }) => [writeHostileText(dice, 3000)],
];

const right = ({ secret, timestamp, body }: Omit<Signature, 'dice'>): string => signBody(secret, timestamp, body);

/** One bit of the right signature is another. */
const flipped = (dice: Dice, signature: string): string => {
  const at = dice.between('sha256='.length, signature.length - 1);
  return `${signature.slice(0, at)}${signature[at] === '0' ? '1' : '0'}${signature.slice(at + 1)}`;
};

/** Requests that are right but for the signature, and must all be refused alike. */
export const writeWrongSignature = (dice: Dice, { secret, nowMs }: FuzzMoment): FuzzRequest => {
  const body = toBody(writeApiAsk(dice, dice.pick(['search', 'read', 'status'])));
  const timestamp = new Date(nowMs).toISOString();
  const signed = { timestamp, body, secret, dice };
  const { sent, signatures } = dice.weigh<{ sent: string | Buffer; signatures: readonly string[] }>([
    [8, { sent: body, signatures: dice.pick(WRONG)(signed) }],
    [1, { sent: body, signatures: [flipped(dice, right(signed))] }],
    [1, { sent: `${body} `, signatures: [right(signed)] }],
    [1, { sent: body.toUpperCase().concat('\u0000'), signatures: [right(signed)] }],
    // Bytes that are no UTF-8 reach the function as something else than was signed.
    [1, { sent: Buffer.concat([Buffer.from(body), Buffer.from([0xff, 0xfe, 0xc0])]), signatures: [right(signed)] }],
  ]);
  const stamps = dice.weigh<readonly string[]>([
    [12, [timestamp]],
    [1, []],
    [1, [timestamp, timestamp]],
  ]);
  return {
    kind: 'wrong-signature',
    isSigned: false,
    allowed: [401],
    delivery: {
      via: 'ingress',
      request: {
        method: 'POST',
        rawHeaders: [
          'content-type',
          'application/json',
          ...stamps.flatMap((stamp) => ['x-webtrigger-timestamp', stamp]),
          ...signatures.flatMap((value, place) => [
            place === 0 ? 'x-webtrigger-signature' : 'X-Webtrigger-Signature',
            value,
          ]),
        ],
        userPath: '',
        search: '',
        body: sent,
      },
    },
  };
};
