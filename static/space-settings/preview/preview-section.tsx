import { Heading, SectionMessage, Stack, Text } from '@forge/react';

import type { SpaceExclusions, SpaceSettings } from '../../../src/contract/space-settings-api';
import { Loading } from '../../i18n/loading';
import type { MessageKey } from '../../i18n/message-key';
import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import { PreviewForm } from './preview-form';
import { PreviewResult } from './preview-result';
import { usePreview } from './use-preview';

type Props = {
  readonly settings: SpaceSettings;
  /** As they are in force: of the space and of the site. */
  readonly exclusions: readonly SpaceExclusions[];
};

/** Shows an administrator of the space what Promptless would get for a question. */
export const PreviewSection = ({ settings, exclusions }: Props) => {
  const { say } = useMessages();
  const hindrance = toHindrance(settings);
  const isSearched = hindrance === undefined;
  const { state, isStale, search } = usePreview(isSearched, exclusions);
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {say('spaceSettings.previewTitle')}
      </Heading>
      <Text>{say('spaceSettings.previewIntro')}</Text>
      {isSearched ? (
        <PreviewForm isSearching={state.kind === 'searching'} onSearch={search} />
      ) : (
        <Text color="color.text.subtle">{say(hindrance)}</Text>
      )}
      {state.kind === 'searching' && <Loading height="240px" />}
      {state.kind === 'failed' && <FailureMessage title="spaceSettings.previewFailed" failure={state.failure} />}
      {state.kind === 'found' && (
        <>
          {isStale && (
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

/** Why nothing of the space is searched. */
const toHindrance = (settings: SpaceSettings): MessageKey | undefined => {
  if (!settings.enabled) return 'spaceSettings.previewClosed';
  if (settings.archived === true) return 'spaceSettings.previewArchived';
  return settings.paused ? 'spaceSettings.previewPaused' : undefined;
};
