import { Button, Inline, List, ListItem, SectionMessage, Stack, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { toFailureKey } from '../../refusals/failure';
import type { BulkProgress } from './bulk-change';

type Props = { readonly progress: BulkProgress; readonly onRetry: () => void; readonly onDismiss: () => void };

/** More would be a wall, and cross the bridge at each drawing. */
const FAILURES_SHOWN = 50;

/** What was changed, what was not and why, and the way to try that again. */
export const BulkResult = ({ progress, onRetry, onDismiss }: Props) => {
  const { say, count } = useMessages();
  const { enabled, changed, failed, left } = progress;
  const undone = failed.length + left.length;
  return (
    <SectionMessage
      appearance={undone === 0 ? 'success' : 'warning'}
      title={count(enabled ? 'admin.bulkOpened' : 'admin.bulkClosed', changed)}
    >
      <Stack space="space.100">
        {failed.length > 0 && (
          <>
            <Text>{count('admin.bulkFailed', failed.length)}</Text>
            <List type="unordered">
              {failed.slice(0, FAILURES_SHOWN).map(({ id, name, failure }) => (
                <ListItem key={id}>{say('admin.bulkFailedRow', { name, reason: say(toFailureKey(failure)) })}</ListItem>
              ))}
            </List>
            {failed.length > FAILURES_SHOWN && (
              <Text>{count('admin.bulkFailedMore', failed.length - FAILURES_SHOWN)}</Text>
            )}
          </>
        )}
        {left.length > 0 && <Text>{count('admin.bulkLeft', left.length)}</Text>}
        <Inline space="space.100">
          {undone > 0 && <Button onClick={onRetry}>{count('admin.bulkRetry', undone)}</Button>}
          <Button appearance="subtle" onClick={onDismiss}>
            {say('admin.bulkDismiss')}
          </Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
};
