import { HelperMessage, Inline, Label, Stack, Toggle } from '@forge/react';

import { messages } from './messages';

type Props = { readonly paused: boolean; readonly isBusy: boolean; readonly onChange: (paused: boolean) => void };

export const PausedToggle = ({ paused, isBusy, onChange }: Props) => (
  <Stack space="space.050">
    <Inline space="space.100" alignBlock="center">
      <Toggle
        id="paused"
        isChecked={paused}
        isDisabled={isBusy}
        onChange={() => {
          onChange(!paused);
        }}
      />
      <Label labelFor="paused">{messages.pausedLabel}</Label>
    </Inline>
    <HelperMessage>{messages.pausedHelp}</HelperMessage>
  </Stack>
);
