import { Heading, Stack } from '@forge/react';

import type { SpaceSettings } from '../../src/contract/space-settings-api';
import { useMessages } from '../i18n/use-messages';
import type { Failure } from '../refusals/failure';
import { FailureMessage } from '../refusals/failure-message';
import { Hindrances } from '../space-access/hindrances';
import { NotAdmin } from '../space-access/not-admin';
import { SpaceStatus } from '../space-access/space-status';
import { SpaceToggle } from '../space-access/space-toggle';

type Props = {
  readonly settings: SpaceSettings;
  readonly wanted: boolean | undefined;
  readonly failure: Failure | undefined;
  readonly onChange: (enabled: boolean) => void;
};

export const AccessSection = ({ settings, wanted, failure, onChange }: Props) => {
  const { say } = useMessages();
  const { details } = settings;
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {say('spaceSettings.accessTitle')}
      </Heading>
      <SpaceStatus access={settings} blocked={details?.blocked} wanted={wanted} optedInBy={details?.optedInBy} />
      {failure !== undefined && <FailureMessage failure={failure} />}
      <Hindrances access={settings} blocked={details?.blocked} />
      {settings.mayChange ? (
        <SpaceToggle
          access={settings}
          wanted={wanted}
          exclusions={details && [details.exclusions, details.siteExclusions]}
          onChange={onChange}
        />
      ) : (
        <NotAdmin ownerAccountId={settings.ownerAccountId} />
      )}
    </Stack>
  );
};
