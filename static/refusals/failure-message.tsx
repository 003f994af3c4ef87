import { SectionMessage, SectionMessageAction, Text } from '@forge/react';

import type { MessageKey } from '../i18n/message-key';
import { useMessages } from '../i18n/use-messages';
import { toFailureKey, type Failure } from './failure';

type Props = {
  readonly failure: Failure;
  /** Names what failed; unless given, that nothing was changed, or that this is not known for want of an answer. */
  readonly title?: MessageKey;
  readonly onRetry?: (() => void) | undefined;
};

/** Says that something failed, and why. With `onRetry` it offers to try again. */
export const FailureMessage = ({ failure, title = toTitle(failure), onRetry }: Props) => {
  const { say } = useMessages();
  return (
    <SectionMessage
      appearance="error"
      title={say(title)}
      actions={onRetry ? [<SectionMessageAction onClick={onRetry}>{say('common.retry')}</SectionMessageAction>] : []}
    >
      <Text>{say(toFailureKey(failure))}</Text>
    </SectionMessage>
  );
};

const toTitle = (failure: Failure): MessageKey =>
  failure === 'no-answer' ? 'common.unsureTitle' : 'common.failedTitle';
