import { SectionMessage, Text } from '@forge/react';

import { Loading } from '../i18n/loading';
import { useMessages } from '../i18n/use-messages';
import { FailureMessage } from '../refusals/failure-message';
import { AdminSettings } from './admin-settings';
import { useSite } from './site/use-site';

/** Confluence administration: the app for the whole site. */
export const AdminPage = () => {
  const { ready, say } = useMessages();
  const site = useSite();
  const { state, load } = site;
  if (!ready || state.kind === 'loading') return <Loading height="480px" />;
  if (state.kind === 'ready') return <AdminSettings site={site} status={state.status} change={state.change} />;
  if (state.failure === 'not-confluence-admin')
    return (
      <SectionMessage>
        <Text>{say('refusal.not-confluence-admin')}</Text>
      </SectionMessage>
    );
  return <FailureMessage failure={state.failure} title="common.notLoadedTitle" onRetry={load} />;
};
