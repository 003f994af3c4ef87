import { HelperMessage, Inline, Label, ModalTransition, Stack, Toggle } from '@forge/react';
import { useState } from 'react';

import type { SpaceAccess, SpaceExclusions } from '../../src/contract/space-settings-api';
import { useMessages } from '../i18n/use-messages';
import { OpenDialog } from './open-dialog';

type Props = {
  readonly access: SpaceAccess;
  /** A change that is under way. */
  readonly wanted?: boolean | undefined;
  /** What stays closed, where that is told: by the space and by the site. */
  readonly exclusions?: readonly SpaceExclusions[] | undefined;
  readonly onChange: (enabled: boolean) => void;
};

/**
 * Opens the space, after a dialog that says what becomes readable, and closes it at once. It shows the wanted value while a
 * change is under way; it is disabled only where it is known not to work, because a disabled toggle loses the keyboard's focus.
 */
export const SpaceToggle = ({ access, wanted, exclusions, onChange }: Props) => {
  const { say } = useMessages();
  const [isAsking, setAsking] = useState(false);
  const isOn = wanted ?? access.enabled;
  const isDisabled = !access.mayChange || (!isOn && !access.mayOpen && access.mayNotOpen !== 'confluence-unavailable');
  return (
    <Stack space="space.050">
      <Inline space="space.100" alignBlock="center">
        <Toggle
          id="space-access"
          isChecked={isOn}
          isDisabled={isDisabled}
          onChange={() => {
            if (isOn) onChange(false);
            else setAsking(true);
          }}
        />
        <Label labelFor="space-access">{say('access.toggleLabel')}</Label>
      </Inline>
      {!isDisabled && <HelperMessage>{say(isOn ? 'access.toggleHelpOpen' : 'access.toggleHelpClosed')}</HelperMessage>}
      <ModalTransition>
        {isAsking && (
          <OpenDialog
            exclusions={exclusions}
            onConfirm={() => {
              setAsking(false);
              onChange(true);
            }}
            onCancel={() => {
              setAsking(false);
            }}
          />
        )}
      </ModalTransition>
    </Stack>
  );
};
