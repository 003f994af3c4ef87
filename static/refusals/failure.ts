import type { Refusal } from '../../src/contract/refusal';
import type { MessageKey } from '../i18n/message-key';

/** Why what is shown is not what was asked for. */
export type Failure = Refusal | 'no-answer';

/** Nobody knows whether a change was made: what failed may have been its answer alone. */
export const isUnsure = (failure: Failure): boolean => failure === 'no-answer' || failure === 'storage-unavailable';

/** Names the sentence that says why. */
export const toFailureKey = (failure: Failure): MessageKey =>
  failure === 'no-answer' ? 'common.noAnswer' : `refusal.${failure}`;
