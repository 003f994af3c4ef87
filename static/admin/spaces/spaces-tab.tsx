import { Stack } from '@forge/react';

import type { PanelProps } from '../panel-props';
import { BulkModal } from './bulk-modal';
import { BulkReport } from './bulk-report';
import { SpacesBrowser } from './spaces-browser';
import { UnseenSection } from './unseen-section';
import { useBulkChange } from './use-bulk-change';
import { useSpaces } from './use-spaces';
import { useUnseenSpaces } from './use-unseen-spaces';

/** Every space of the site, to be opened and closed one by one or many at once. */
export const SpacesTab = ({ site }: PanelProps) => {
  const seen = useSpaces();
  const unseen = useUnseenSpaces();
  const bulk = useBulkChange({
    onOutcomes: (outcomes) => {
      seen.apply(outcomes);
      unseen.apply(outcomes);
    },
    onFinished: site.refresh,
  });
  return (
    <Stack space="space.400">
      <Stack space="space.200">
        <BulkReport bulk={bulk} />
        <SpacesBrowser
          state={seen.state}
          isBusy={bulk.state.kind === 'running'}
          onGoOn={seen.goOn}
          onPlan={bulk.plan}
        />
      </Stack>
      <UnseenSection
        state={unseen.state}
        isBusy={bulk.state.kind === 'running'}
        onRetry={unseen.load}
        onPlan={bulk.plan}
      />
      {bulk.state.kind === 'confirming' && (
        <BulkModal plan={bulk.state.plan} onConfirm={bulk.confirm} onCancel={bulk.dismiss} />
      )}
    </Stack>
  );
};
