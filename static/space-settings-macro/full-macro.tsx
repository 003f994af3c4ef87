import { Stack, Text } from '@forge/react';

import type { SpaceAccess } from '../../src/contract/space-settings-api';
import { useMessages } from '../i18n/use-messages';
import type { Failure } from '../refusals/failure';
import { FailureMessage } from '../refusals/failure-message';
import { Hindrances } from '../space-access/hindrances';
import { SpaceStatus } from '../space-access/space-status';
import { SpaceToggle } from '../space-access/space-toggle';
import { toStanding } from '../space-access/standing';

type Props = {
  readonly access: SpaceAccess;
  readonly wanted: boolean | undefined;
  readonly failure: Failure | undefined;
  readonly isEditing: boolean;
  readonly onChange: (enabled: boolean) => void;
};

/** How the space stands and what that means for its readers; for its administrators, the toggle. */
export const FullMacro = ({ access, wanted, failure, isEditing, onChange }: Props) => {
  const { say } = useMessages();
  return (
    <Stack space="space.100">
      <SpaceStatus access={access} wanted={wanted} />
      <Text>{say(toStanding(access) === 'open' ? 'macro.viewerOpen' : 'macro.viewerClosed')}</Text>
      {failure !== undefined && <FailureMessage failure={failure} />}
      {access.mayChange && !isEditing && (
        <>
          <Hindrances access={access} />
          <SpaceToggle access={access} wanted={wanted} onChange={onChange} />
        </>
      )}
      {isEditing && <Text color="color.text.subtle">{say('macro.preview')}</Text>}
    </Stack>
  );
};
