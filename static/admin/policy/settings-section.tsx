import { Button, Heading, Inline, LoadingButton, Lozenge, Stack } from '@forge/react';
import type { ReactNode } from 'react';

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
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly children: ReactNode;
};

/** Settings that are saved together. It shows that something is not saved yet, and why saving failed. */
export const SettingsSection = (props: Props) => {
  const { say } = useMessages();
  const { title, part, change, isChanged, isValid, onSave, onDiscard, children } = props;
  const isSaving = change.kind === 'saving';
  return (
    <Stack space="space.150">
      <Heading as="h3">{say(title)}</Heading>
      {children}
      {change.kind === 'failed' && change.part === part && <FailureMessage failure={change.failure} />}
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <LoadingButton
          appearance={isChanged ? 'primary' : 'default'}
          isDisabled={!isChanged || !isValid || (isSaving && change.part !== part)}
          isLoading={isSaving && change.part === part}
          onClick={onSave}
        >
          {say('admin.save')}
        </LoadingButton>
        {isChanged && (
          <>
            <Button appearance="subtle" isDisabled={isSaving} onClick={onDiscard}>
              {say('admin.discard')}
            </Button>
            <Lozenge appearance="inprogress">{say('admin.unsaved')}</Lozenge>
          </>
        )}
      </Inline>
    </Stack>
  );
};
