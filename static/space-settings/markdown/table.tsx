import { DynamicTable, Stack, Text } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import type { Block, Inline } from './block';
import { InlineText } from './inline-text';
import { splitLines } from './split-lines';

type Props = Omit<Extract<Block, { readonly kind: 'table' }>, 'kind'>;

export const Table = ({ head, rows }: Props) => {
  const { say } = useMessages();
  return (
    <DynamicTable
      label={say('spaceSettings.tableOf')}
      head={{ cells: head.map((parts, index) => ({ key: String(index), content: drawCell(parts) })) }}
      rows={rows.map((cells, index) => ({
        key: String(index),
        cells: cells.map((parts, column) => ({ key: String(column), content: drawCell(parts) })),
      }))}
    />
  );
};

/** An element of UI Kit, not a component: `DynamicTable` calls a component once and never draws it again. */
const drawCell = (parts: readonly Inline[]) => (
  <Stack>
    {splitLines(parts).map((line, index) => (
      <Text key={index}>
        <InlineText parts={line} />
      </Text>
    ))}
  </Stack>
);
