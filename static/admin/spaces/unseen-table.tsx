import { Button, Code, DynamicTable, Stack, Text, User } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import type { UnseenSpace } from './is-unseen-spaces';

type Props = {
  readonly spaces: readonly UnseenSpace[];
  readonly isBusy: boolean;
  readonly onClose: (space: UnseenSpace) => void;
};

const A_PAGE = 20;

export const UnseenTable = ({ spaces, isBusy, onClose }: Props) => {
  const { say, day } = useMessages();
  return (
    <DynamicTable
      label={say('admin.unseenTable')}
      rowsPerPage={A_PAGE}
      head={{
        cells: [
          { key: 'key', content: say('admin.colKey') },
          { key: 'opened', content: say('admin.colOpened') },
          { key: 'action', content: say('admin.keyActions') },
        ],
      }}
      rows={spaces.map((space) => ({
        key: space.id,
        cells: [
          { key: 'key', content: <Code>{space.key}</Code> },
          {
            key: 'opened',
            content: (
              <Stack space="space.025">
                {space.optedInAt !== undefined && <Text>{day(space.optedInAt)}</Text>}
                {space.optedInBy !== undefined && <User accountId={space.optedInBy} />}
              </Stack>
            ),
          },
          {
            key: 'action',
            content: (
              <Button
                spacing="compact"
                isDisabled={isBusy}
                onClick={() => {
                  onClose(space);
                }}
              >
                {say('admin.unseenClose', { key: space.key })}
              </Button>
            ),
          },
        ],
      }))}
    />
  );
};
