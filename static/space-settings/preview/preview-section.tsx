import { Heading, SectionMessage, Stack, Text } from '@forge/react';

import type { SpaceExclusions, SpaceSettings } from '../../../src/contract/settings-api';
import { sameExclusions } from '../../exclusions/same-exclusions';
import { Loading } from '../../i18n/loading';
import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import { PreviewForm } from './preview-form';
import { PreviewResult } from './preview-result';
import { usePreview } from './use-preview';

type Props = {
  readonly settings: SpaceSettings;
  /** As they are in force. */
  readonly exclusions: SpaceExclusions;
};

/** Shows an administrator of the space what Promptless would get for a question. */
export const PreviewSection = ({ settings: { enabled, paused }, exclusions }: Props) => {
  const { say } = useMessages();
  const { state, search } = usePreview(exclusions);
  const isSearched = enabled && !paused;
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {say('spaceSettings.previewTitle')}
      </Heading>
      <Text>{say('spaceSettings.previewIntro')}</Text>
      {isSearched ? (
        <PreviewForm isSearching={state.kind === 'searching'} onSearch={search} />
      ) : (
        <Text color="color.text.subtle">
          {say(enabled ? 'spaceSettings.previewPaused' : 'spaceSettings.previewClosed')}
        </Text>
      )}
      {isSearched && state.kind === 'searching' && <Loading height="240px" />}
      {isSearched && state.kind === 'failed' && (
        <FailureMessage title="spaceSettings.previewFailed" failure={state.failure} />
      )}
      {isSearched && state.kind === 'found' && (
        <>
          {!sameExclusions(state.exclusions, exclusions) && (
            <SectionMessage appearance="warning">
              <Text>{say('spaceSettings.previewStale')}</Text>
            </SectionMessage>
          )}
          <PreviewResult preview={state.preview} />
        </>
      )}
    </Stack>
  );
};
