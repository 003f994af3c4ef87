import { createDice } from './dice';
import type { FuzzMoment } from './fuzz-moment';
import type { FuzzRequest } from './fuzz-request';
import { writeAskingRequest } from './write-asking-request';
import { writeBrokenBody } from './write-broken-body';
import { writeOddEvent } from './write-odd-event';
import { writeOddTimestamp } from './write-odd-timestamp';
import { writeOddTransport } from './write-odd-transport';
import { writeWrongSignature } from './write-wrong-signature';

/**
 * The request of a seed and an index. It depends on nothing else, but for what follows an earlier request (cursors,
 * replays), which is the same again when the run is repeated from its beginning.
 */
export const writeFuzzRequest = (seed: number, index: number, moment: FuzzMoment): FuzzRequest => {
  const dice = createDice(seed, index);
  return dice.weigh([
    [21, writeAskingRequest],
    [26, writeBrokenBody],
    [6, writeOddTransport],
    [8, writeOddTimestamp],
    [18, writeWrongSignature],
    [8, writeOddEvent],
  ])(dice, moment);
};
