import { Heading, HelperMessage, SectionMessage, Spinner, Stack, Text } from '@forge/react';

import { toFailureMessage } from '../refusals/failure';
import { KeySection } from './key-section';
import { LimitForm } from './limit-form';
import { messages } from './messages';
import { PausedToggle } from './paused-toggle';
import { useAdmin } from './use-admin';

/** Confluence administration: the app for the whole site. */
export const AdminPage = () => {
  const { state, secret, setPaused, setLimit, createKey, revokeKey, dismissSecret } = useAdmin();
  if (state.kind === 'loading') return <Spinner label={messages.loading} />;
  const { status } = state;
  const isBusy = state.kind === 'saving';
  return (
    <Stack space="space.300">
      <Heading as="h2">{messages.title}</Heading>
      {state.kind === 'failed' && (
        <SectionMessage appearance="error" title={status ? messages.failedTitle : messages.notLoadedTitle}>
          <Text>{toFailureMessage(state.failure)}</Text>
        </SectionMessage>
      )}
      {status && (
        <>
          <Stack space="space.050">
            <Text>{messages.spacesOptedIn(status.spacesOptedIn)}</Text>
            <HelperMessage>{messages.spacesHelp}</HelperMessage>
          </Stack>
          <PausedToggle paused={status.paused} isBusy={isBusy} onChange={setPaused} />
          <LimitForm requestsPerMinute={status.requestsPerMinute} isBusy={isBusy} onSave={setLimit} />
          <KeySection
            keys={status.keys}
            secret={secret}
            isBusy={isBusy}
            onCreate={createKey}
            onRevoke={revokeKey}
            onDismiss={dismissSecret}
          />
        </>
      )}
    </Stack>
  );
};
