import { allowedStatuses } from './allowed-statuses';
import { toBody } from './api-ask';
import type { Dice } from './dice';
import type { FuzzMoment } from './fuzz-moment';
import type { FuzzRequest } from './fuzz-request';
import { signedHeaders } from './sign-body';
import { writeApiAsk } from './write-api-ask';

const WINDOW_MS = 5 * 60_000;
/** Nearer to the edge the machine's own clock would decide. */
const MARGIN_MS = 5000;

type Written = { readonly timestamp: string; readonly isTaken: boolean };

const iso = (ms: number): string => new Date(ms).toISOString();

const TAKEN: readonly ((nowMs: number) => string)[] = [
  (nowMs) => iso(nowMs - WINDOW_MS + MARGIN_MS),
  (nowMs) => iso(nowMs + WINDOW_MS - MARGIN_MS),
  (nowMs) => iso(nowMs).toLowerCase(),
  (nowMs) => iso(nowMs).replace(/\.\d+Z$/, 'Z'),
  (nowMs) => iso(nowMs).replace('Z', '000000Z'),
  (nowMs) => iso(nowMs).replace('Z', '+00:00'),
  (nowMs) => iso(nowMs + 14 * 3_600_000).replace('Z', '+14:00'),
];

const REFUSED: readonly ((nowMs: number) => string)[] = [
  (nowMs) => iso(nowMs - WINDOW_MS - MARGIN_MS),
  (nowMs) => iso(nowMs + WINDOW_MS + MARGIN_MS),
  (nowMs) => iso(nowMs - 365 * 86_400_000),
  (nowMs) => String(nowMs),
  (nowMs) => String(Math.floor(nowMs / 1000)),
  (nowMs) => new Date(nowMs).toUTCString(),
  (nowMs) => iso(nowMs).replace('T', ' '),
  (nowMs) => iso(nowMs).replace('Z', ''),
  (nowMs) => iso(nowMs).replace('Z', '0000000Z'),
  (nowMs) => iso(nowMs).replace('Z', '+0000'),
  (nowMs) => iso(nowMs).replace('Z', '+00:00Z'),
  (nowMs) => ` ${iso(nowMs)}`,
  (nowMs) => `${iso(nowMs)}\n`,
  (nowMs) => `${iso(nowMs)}, ${iso(nowMs)}`,
  (nowMs) => iso(nowMs).replace(/^\d{4}/, (year) => `+00${year}`),
  (nowMs) => iso(nowMs).replace(/-\d\d-\d\dT/, '-13-32T'),
  (nowMs) => iso(nowMs).replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
  () => '9999-99-99T99:99:99Z',
  () => '0000-00-00T00:00:00Z',
  () => 'NaN',
  () => '',
  () => '__proto__',
  () => `2026-01-01T00:00:00.${'0'.repeat(20_000)}Z`,
];

const writeTimestamp = (dice: Dice, nowMs: number): Written =>
  dice.chance(0.4)
    ? { timestamp: dice.pick(TAKEN)(nowMs), isTaken: true }
    : { timestamp: dice.pick(REFUSED)(nowMs), isTaken: false };

/** Correctly signed over timestamps in every form; only those in form and in time count. */
export const writeOddTimestamp = (dice: Dice, moment: FuzzMoment): FuzzRequest => {
  const { timestamp, isTaken } = writeTimestamp(dice, moment.nowMs);
  const ask = writeApiAsk(dice, 'status');
  const body = toBody(ask);
  return {
    kind: isTaken ? 'timestamp' : 'timestamp-refused',
    ask,
    isSigned: isTaken,
    allowed: isTaken ? allowedStatuses('status', moment) : [401],
    delivery: {
      via: 'ingress',
      request: {
        method: 'POST',
        rawHeaders: signedHeaders(moment.secret, timestamp, body),
        userPath: '',
        search: '',
        body,
      },
    },
  };
};
