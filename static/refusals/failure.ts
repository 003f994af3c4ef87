import type { Refusal } from '../../src/contract/settings-api';
import { noAnswerMessage, refusalMessages } from './messages';

/** Why what is shown is not what was asked for. */
export type Failure = Refusal | 'no-answer';

export const toFailureMessage = (failure: Failure): string =>
  failure === 'no-answer' ? noAnswerMessage : refusalMessages[failure];
