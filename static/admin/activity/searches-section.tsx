import { Heading, Stack } from '@forge/react';

import { Loading } from '../../i18n/loading';
import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import { SearchesByDay } from '../../searches/searches-by-day';
import { useActivity } from './use-activity';

export const SearchesSection = () => {
  const { say } = useMessages();
  const { state, load } = useActivity();
  return (
    <Stack space="space.100">
      <Heading as="h3">{say('admin.searchesTitle')}</Heading>
      {state.kind === 'loading' && <Loading height="320px" />}
      {state.kind === 'ready' && <SearchesByDay days={state.days} />}
      {state.kind === 'failed' && (
        <FailureMessage failure={state.failure} title="admin.activityFailed" onRetry={load} />
      )}
    </Stack>
  );
};
