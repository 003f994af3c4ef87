import { DynamicTable } from '@forge/react';

import { useMessages } from '../../i18n/use-messages';
import type { Block } from './block';
import { drawLines } from './draw-lines';

type Props = Omit<Extract<Block, { readonly kind: 'table' }>, 'kind'>;

export const Table = ({ head, rows }: Props) => {
  const { say } = useMessages();
  return (
    <DynamicTable
      label={say('spaceSettings.tableOf')}
      head={{ cells: head.map((parts, index) => ({ key: String(index), content: drawLines(parts) })) }}
      rows={rows.map((cells, index) => ({
        key: String(index),
        cells: cells.map((parts, column) => ({ key: String(column), content: drawLines(parts) })),
      }))}
    />
  );
};
