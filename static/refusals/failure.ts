import type { Refusal } from '../../src/contract/settings-api';
import type { MessageKey } from '../i18n/message-key';

/** Why what is shown is not what was asked for. */
export type Failure = Refusal | 'no-answer';

/** Names the sentence that says why. */
export const toFailureKey = (failure: Failure): MessageKey =>
  failure === 'no-answer' ? 'common.noAnswer' : `refusal.${failure}`;
