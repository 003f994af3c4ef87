import { Checkbox, Code, DynamicTable, Inline, Lozenge, Stack, Text, User } from '@forge/react';

import type { AdminSpace } from '../../../src/contract/administration-api';
import { summariseExclusions } from '../../exclusions/summarise-exclusions';
import { useMessages } from '../../i18n/use-messages';
import type { Selection } from './use-selection';

type Props = { readonly spaces: readonly AdminSpace[]; readonly selection: Selection; readonly isBusy: boolean };

const COLUMNS = [
  { key: 'space', title: 'admin.colSpace', width: 32 },
  { key: 'key', title: 'admin.colKey', width: 14 },
  { key: 'state', title: 'admin.colState', width: 14 },
  { key: 'opened', title: 'admin.colOpened', width: 20 },
  { key: 'excluded', title: 'admin.colExcluded', width: 20 },
] as const;

/** Cells hold no component with hooks: the table calls components itself. */
export const SpacesTable = ({ spaces, selection, isBusy }: Props) => {
  const messages = useMessages();
  const { say, day } = messages;
  const toCells = ({ id, key, name, open, archived, optedInAt, optedInBy, exclusions }: AdminSpace) => [
    <Checkbox
      label={name}
      isChecked={selection.isSelected(id)}
      isDisabled={isBusy}
      onChange={() => {
        selection.toggle(id);
      }}
    />,
    <Code>{key}</Code>,
    <Inline space="space.050" shouldWrap>
      <Lozenge appearance={open ? 'success' : 'default'}>{say(open ? 'admin.stateOpen' : 'admin.stateClosed')}</Lozenge>
      {archived && <Lozenge appearance="removed">{say('admin.stateArchived')}</Lozenge>}
    </Inline>,
    <Stack space="space.025">
      {optedInAt !== undefined && <Text>{day(optedInAt)}</Text>}
      {optedInBy !== undefined && <User accountId={optedInBy} />}
    </Stack>,
    <Text>{summariseExclusions(exclusions, messages)}</Text>,
  ];
  return (
    <DynamicTable
      label={say('admin.spacesTable')}
      head={{ cells: COLUMNS.map(({ key, title, width }) => ({ key, content: say(title), width })) }}
      rows={spaces.map((space) => ({
        key: space.id,
        cells: toCells(space).map((content, index) => ({ key: COLUMNS[index]?.key ?? '', content })),
      }))}
    />
  );
};
