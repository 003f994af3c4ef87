import { Stack } from '@forge/react';

import { SpaceStatus } from '../space-access/space-status';
import { SpaceToggle } from '../space-access/space-toggle';
import { useSpaceAccess } from '../space-access/use-space-access';

/** Within a page: every reader sees how the space stands, its administrators can change it. */
export const SpaceSettingsMacro = () => {
  const { state, setEnabled } = useSpaceAccess();
  const mayChange = state.kind !== 'loading' && state.access?.mayChange === true;
  return (
    <Stack space="space.100">
      <SpaceStatus state={state} />
      {mayChange && <SpaceToggle state={state} onChange={setEnabled} />}
    </Stack>
  );
};
