import { Code, DynamicTable, Text, User } from '@forge/react';

import type { AuditRow } from '../../../src/contract/administration-api';
import { useMessages } from '../../i18n/use-messages';
import { toCauseKey } from './to-cause-key';
import { toEventKey } from './to-event-key';
import type { SpaceNames } from './use-space-names';

type Props = { readonly rows: readonly AuditRow[]; readonly names: SpaceNames };

const COLUMNS = [
  { key: 'time', title: 'admin.colTime' },
  { key: 'event', title: 'admin.colEvent' },
  { key: 'by', title: 'admin.colBy' },
  { key: 'space', title: 'admin.colSpace' },
  { key: 'key', title: 'admin.colAuditKey' },
  { key: 'cause', title: 'admin.colCause' },
  { key: 'count', title: 'admin.colCount' },
] as const;

export const AuditTable = ({ rows, names }: Props) => {
  const { say, time, number } = useMessages();
  const inWords = (word: string, toKey: typeof toEventKey): string => {
    const key = toKey(word);
    return key === undefined ? word : say(key);
  };
  const toCells = ({ at, event, by, spaceId, keyId, cause, count }: AuditRow) => [
    <Text>{time(at)}</Text>,
    <Text>{inWords(event, toEventKey)}</Text>,
    by === undefined ? <Text>{say('admin.auditPromptless')}</Text> : <User accountId={by} />,
    spaceId === undefined ? '' : <Text>{names.get(spaceId) ?? spaceId}</Text>,
    keyId === undefined ? '' : <Code>{keyId}</Code>,
    cause === undefined ? '' : <Text>{inWords(cause, toCauseKey)}</Text>,
    count === undefined ? '' : <Text>{number(count)}</Text>,
  ];
  return (
    <DynamicTable
      label={say('admin.auditTable')}
      head={{ cells: COLUMNS.map(({ key, title }) => ({ key, content: say(title) })) }}
      rows={rows.map((row, index) => ({
        key: `${row.at}-${index}`,
        cells: toCells(row).map((content, cell) => ({ key: COLUMNS[cell]?.key ?? '', content })),
      }))}
    />
  );
};
