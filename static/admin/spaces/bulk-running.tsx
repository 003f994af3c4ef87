import { Button, Inline, ProgressBar, Stack, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import type { BulkProgress } from './bulk-change';

type Props = { readonly progress: BulkProgress; readonly isStopping: boolean; readonly onStop: () => void };

export const BulkRunning = ({ progress, isStopping, onStop }: Props) => {
  const { say, number } = useMessages();
  const { enabled, total, left } = progress;
  const done = total - left.length;
  const sentence = say(enabled ? 'admin.bulkOpening' : 'admin.bulkClosing', {
    done: number(done),
    total: number(total),
  });
  return (
    <Stack space="space.100">
      <Text>{isStopping ? say('admin.bulkStopping') : sentence}</Text>
      <ProgressBar value={done / total} ariaLabel={sentence} />
      <Inline>
        <Button isDisabled={isStopping} onClick={onStop}>
          {say('admin.bulkStop')}
        </Button>
      </Inline>
    </Stack>
  );
};
