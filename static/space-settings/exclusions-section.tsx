import { Heading, Stack, Text } from '@forge/react';

import type { SpaceDetails, SpaceExclusions } from '../../src/contract/space-settings-api';
import { ExclusionsEditor } from '../exclusions/exclusions-editor';
import { findPages } from '../exclusions/find-pages';
import type { Edit } from '../fields/edit';
import { useMessages } from '../i18n/use-messages';
import type { Failure } from '../refusals/failure';
import { FailureMessage } from '../refusals/failure-message';
import { SiteExclusions } from './site-exclusions';

type Props = {
  readonly isOpen: boolean;
  /** As they are wanted. */
  readonly exclusions: SpaceExclusions;
  readonly details: SpaceDetails;
  readonly failure: Failure | undefined;
  readonly onChange: (edit: Edit<SpaceExclusions>) => void;
};

/** What stays closed in this space. Each change is saved as it is made. */
export const ExclusionsSection = ({ isOpen, exclusions, details, failure, onChange }: Props) => {
  const { say } = useMessages();
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {say('spaceSettings.exclusionsTitle')}
      </Heading>
      <Text>{say(isOpen ? 'spaceSettings.exclusionsOpen' : 'spaceSettings.exclusionsClosed')}</Text>
      {failure !== undefined && <FailureMessage failure={failure} />}
      <ExclusionsEditor
        id="exclusions"
        headings="h3"
        exclusions={exclusions}
        isDisabled={false}
        find={findPages}
        onChange={onChange}
      />
      <SiteExclusions exclusions={details.siteExclusions} treesElsewhere={details.siteTreesElsewhere} />
    </Stack>
  );
};
