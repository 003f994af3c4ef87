import { Heading, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';

import { Loading } from '../../i18n/loading';
import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import { AuditTable } from './audit-table';
import { useAudit } from './use-audit';
import { useSpaceNames } from './use-space-names';

/** Who did what, newest first, as far as it has been asked for. */
export const AuditSection = () => {
  const { say, count } = useMessages();
  const { state, load, loadMore, retry } = useAudit();
  const { rows, unreadable, nextCursor, progress } = state;
  const names = useSpaceNames(rows.flatMap(({ spaceId }) => spaceId ?? []));
  const isLoading = progress.kind === 'loading';
  return (
    <Stack space="space.150">
      <Heading as="h3">{say('admin.auditTitle')}</Heading>
      <Text>{say('admin.auditHelp')}</Text>
      {unreadable > 0 && (
        <SectionMessage appearance="warning">
          <Text>{count('admin.auditUnreadable', unreadable)}</Text>
        </SectionMessage>
      )}
      {rows.length > 0 && <AuditTable rows={rows} names={names} />}
      {rows.length === 0 && isLoading && <Loading height="320px" />}
      {rows.length === 0 && progress.kind === 'ready' && <Text>{say('admin.auditEmpty')}</Text>}
      {progress.kind === 'failed' && (
        <FailureMessage failure={progress.failure} title="admin.auditFailed" onRetry={retry} />
      )}
      <Inline space="space.100">
        {nextCursor !== undefined && (
          <LoadingButton isLoading={isLoading} onClick={loadMore}>
            {say('admin.auditMore')}
          </LoadingButton>
        )}
        <LoadingButton appearance="subtle" isDisabled={isLoading} onClick={load}>
          {say('admin.auditRefresh')}
        </LoadingButton>
      </Inline>
    </Stack>
  );
};
