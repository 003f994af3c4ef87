import { Button, Heading, Inline, LoadingButton, Lozenge, Stack } from '@forge/react';
import { useRef, type ReactNode } from 'react';

import type { MessageKey } from '../../i18n/message-key';
import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import type { Change, Part } from '../site/site-state';

type Props = {
  readonly title: MessageKey;
  readonly part: Part;
  readonly change: Change;
  readonly isChanged: boolean;
  readonly isValid: boolean;
  /** Called while nothing is to be saved as well, or saving is under way. */
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly children: ReactNode;
};

/**
 * Settings that are saved together. It shows that something is not saved yet, and why saving failed. Once something was
 * changed its buttons stay, and stay enabled when it is saved: what goes away or is disabled loses the keyboard's focus.
 */
export const SettingsSection = (props: Props) => {
  const { say } = useMessages();
  const { title, part, change, isChanged, isValid, onSave, onDiscard, children } = props;
  const isSaving = change.kind === 'saving';
  const wasChanged = useRef(false);
  wasChanged.current ||= isChanged;
  return (
    <Stack space="space.150">
      <Heading as="h3">{say(title)}</Heading>
      {children}
      {change.kind === 'failed' && change.part === part && <FailureMessage failure={change.failure} />}
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <LoadingButton
          appearance={isChanged ? 'primary' : 'default'}
          isDisabled={!wasChanged.current || !isValid || (isSaving && change.part !== part)}
          isLoading={isSaving && change.part === part}
          onClick={onSave}
        >
          {say('admin.save')}
        </LoadingButton>
        {wasChanged.current && (
          <Button appearance="subtle" isDisabled={isSaving} onClick={onDiscard}>
            {say('admin.discard')}
          </Button>
        )}
        {isChanged && <Lozenge appearance="inprogress">{say('admin.unsaved')}</Lozenge>}
      </Inline>
    </Stack>
  );
};
