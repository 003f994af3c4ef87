import { HelperMessage, Inline, Label, Stack, Toggle } from '@forge/react';

import type { Refusal, SpaceAccess } from '../../src/contract/settings-api';
import { refusalMessages } from '../refusals/messages';
import { messages } from './messages';
import type { SpaceAccessState } from './use-space-access';

type Props = { readonly state: SpaceAccessState; readonly onChange: (enabled: boolean) => void };

/** Opens and closes the space. While a change is under way it shows the wanted value and takes no other. */
export const SpaceToggle = ({ state, onChange }: Props) => {
  if (state.kind === 'loading' || state.access === undefined) return null;
  const hindrance = toHindrance(state.access);
  const { enabled } = state.access;
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center">
        <Toggle
          id="space-access"
          isChecked={state.kind === 'saving' ? state.wanted : enabled}
          isDisabled={hindrance !== undefined || state.kind === 'saving'}
          onChange={() => {
            onChange(!enabled);
          }}
        />
        <Label labelFor="space-access">{messages.toggleLabel}</Label>
      </Inline>
      <HelperMessage>{hindrance === undefined ? messages.toggleHelp : refusalMessages[hindrance]}</HelperMessage>
    </Stack>
  );
};

/** Why the toggle cannot be moved: an open space can be closed by whoever may change it at all. */
const toHindrance = ({ enabled, mayChange, mayNotOpen }: SpaceAccess): Refusal | undefined => {
  if (!mayChange) return 'not-space-admin';
  return enabled ? undefined : mayNotOpen;
};
