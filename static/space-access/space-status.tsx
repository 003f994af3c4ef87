import { SectionMessage, Spinner, Stack, Text } from '@forge/react';

import { toFailureMessage } from '../refusals/failure';
import { messages } from './messages';
import type { SpaceAccessState } from './use-space-access';

/** How the space stands, in one sentence, and what keeps it from being otherwise. */
export const SpaceStatus = ({ state }: { readonly state: SpaceAccessState }) => {
  if (state.kind === 'loading') return <Spinner label={messages.loading} />;
  const access = state.access;
  return (
    <Stack space="space.100">
      {state.kind === 'failed' && (
        <SectionMessage appearance="error" title={access ? messages.failedTitle : messages.notLoadedTitle}>
          <Text>{toFailureMessage(state.failure)}</Text>
        </SectionMessage>
      )}
      {access?.paused && (
        <SectionMessage appearance="warning" title={messages.pausedTitle}>
          <Text>{messages.paused}</Text>
        </SectionMessage>
      )}
      {access && <Text>{toSentence(state)}</Text>}
    </Stack>
  );
};

const toSentence = (state: Exclude<SpaceAccessState, { kind: 'loading' }>): string => {
  if (state.kind === 'saving') return state.wanted ? messages.opening : messages.closing;
  return state.access?.enabled ? messages.open(state.access.optedInAt) : messages.closed;
};
