import { HelperMessage, Inline, Label, Stack, Toggle } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import type { Change } from './site-state';

type Props = {
  readonly paused: boolean;
  readonly change: Change;
  readonly onChange: (paused: boolean) => void;
};

/**
 * While it is being changed it shows the wanted value; when that fails, the old one again, and why. It is disabled only while
 * something else is being changed, because a disabled toggle loses the keyboard's focus.
 */
export const PauseSwitch = ({ paused, change, onChange }: Props) => {
  const { say } = useMessages();
  const isOwn = change.kind !== 'none' && change.part === 'pause';
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center">
        <Toggle
          id="pause"
          isChecked={isOwn && change.kind === 'saving' ? !paused : paused}
          isDisabled={change.kind === 'saving' && !isOwn}
          onChange={() => {
            onChange(!paused);
          }}
        />
        <Label labelFor="pause">{say('admin.pauseLabel')}</Label>
      </Inline>
      <HelperMessage>{say('admin.pauseHelp')}</HelperMessage>
      {isOwn && change.kind === 'failed' && <FailureMessage failure={change.failure} />}
    </Stack>
  );
};
