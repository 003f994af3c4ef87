import { Heading, Stack } from '@forge/react';

import { SpaceStatus } from '../space-access/space-status';
import { SpaceToggle } from '../space-access/space-toggle';
import { useSpaceAccess } from '../space-access/use-space-access';
import { messages } from './messages';

/** Space settings: whether Promptless may search this space. */
export const SpaceSettingsPage = () => {
  const { state, setEnabled } = useSpaceAccess();
  return (
    <Stack space="space.200">
      <Heading as="h2">{messages.title}</Heading>
      <SpaceStatus state={state} />
      <SpaceToggle state={state} onChange={setEnabled} />
    </Stack>
  );
};
