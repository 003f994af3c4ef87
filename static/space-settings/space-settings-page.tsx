import { Stack } from '@forge/react';

import { Loading } from '../i18n/loading';
import { useMessages } from '../i18n/use-messages';
import { FailureMessage } from '../refusals/failure-message';
import { AccessSection } from './access-section';
import { ActivitySection } from './activity-section';
import { ExclusionsSection } from './exclusions-section';
import { PreviewSection } from './preview/preview-section';
import { useSpaceSettings } from './use-space-settings';

/** Space settings: whether Promptless may search this space, what stays closed, and what it gets. */
export const SpaceSettingsPage = () => {
  const { ready } = useMessages();
  const { state, load, setEnabled, editExclusions } = useSpaceSettings();
  if (!ready || state.kind === 'loading') return <Loading height="640px" />;
  if (state.kind === 'not-loaded') {
    return <FailureMessage title="common.notLoadedTitle" failure={state.failure} onRetry={load} />;
  }
  const { settings, access, exclusions } = state;
  const { details } = settings;
  return (
    <Stack space="space.400">
      <AccessSection settings={settings} wanted={access.wanted} failure={access.failure} onChange={setEnabled} />
      {details && (
        <>
          <ExclusionsSection
            isOpen={settings.enabled}
            exclusions={exclusions.wanted ?? details.exclusions}
            details={details}
            failure={exclusions.failure}
            onChange={editExclusions}
          />
          <PreviewSection settings={settings} exclusions={[details.exclusions, details.siteExclusions]} />
          <ActivitySection activity={details.activity} />
        </>
      )}
    </Stack>
  );
};
