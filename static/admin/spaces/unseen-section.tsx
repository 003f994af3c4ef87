import { Button, Heading, Inline, Stack, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import { FailureMessage } from '../../refusals/failure-message';
import type { BulkPlan } from './bulk-change';
import type { UnseenSpace } from './is-unseen-spaces';
import { UnseenTable } from './unseen-table';
import type { UnseenState } from './use-unseen-spaces';

type Props = {
  readonly state: UnseenState;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
  readonly onPlan: (plan: BulkPlan) => void;
};

/** Open spaces without a name, to be closed. Absent when there are none. */
export const UnseenSection = ({ state, isBusy, onRetry, onPlan }: Props) => {
  const { say, count } = useMessages();
  if (state.kind === 'loading') return null;
  if (state.kind === 'failed')
    return <FailureMessage failure={state.failure} title="admin.unseenFailed" onRetry={onRetry} />;
  const { spaces, cut } = state;
  if (spaces.length === 0 && !cut) return null;
  const planClosing = (closed: readonly UnseenSpace[]): void => {
    onPlan({ enabled: false, archived: 0, spaces: closed.map(({ id, key }) => ({ id, name: key })) });
  };
  return (
    <Stack space="space.150">
      <Heading as="h3">{say('admin.unseenTitle')}</Heading>
      <Text>{say('admin.unseenHelp')}</Text>
      {cut && <Text>{say('admin.unseenCut')}</Text>}
      {spaces.length > 0 && (
        <>
          <UnseenTable
            spaces={spaces}
            isBusy={isBusy}
            onClose={(space) => {
              planClosing([space]);
            }}
          />
          <Inline>
            <Button
              isDisabled={isBusy}
              onClick={() => {
                planClosing(spaces);
              }}
            >
              {count('admin.unseenCloseAll', spaces.length)}
            </Button>
          </Inline>
        </>
      )}
    </Stack>
  );
};
