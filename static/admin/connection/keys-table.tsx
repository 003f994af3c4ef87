import { Button, Code, DynamicTable, Inline, Lozenge, Text } from '@forge/react';

import type { AdminKey } from '../../../src/contract/administration-api';
import { useMessages } from '../../i18n/use-messages';

type Props = {
  readonly keys: readonly AdminKey[];
  /** Those of them that have not expired: only they can be revoked. */
  readonly active: readonly AdminKey[];
  readonly isBusy: boolean;
  readonly onRevoke: (keyId: string) => void;
};

const COLUMNS = [
  { key: 'id', title: 'admin.keyId' },
  { key: 'created', title: 'admin.keyCreatedOn' },
  { key: 'expires', title: 'admin.keyExpiresOn' },
  { key: 'used', title: 'admin.keyLastUsed' },
  { key: 'action', title: 'admin.keyActions' },
] as const;

export const KeysTable = ({ keys, active, isBusy, onRevoke }: Props) => {
  const { say, day } = useMessages();
  const toCells = (row: AdminKey) => {
    const isActive = active.includes(row);
    return [
      <Code>{row.id}</Code>,
      <Text>{day(row.createdAt)}</Text>,
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Text>{day(row.expiresAt)}</Text>
        {!isActive && <Lozenge appearance="removed">{say('admin.keyExpired')}</Lozenge>}
        {isActive && row.expiresSoon && <Lozenge appearance="moved">{say('admin.keyExpiresSoon')}</Lozenge>}
      </Inline>,
      <Text>{row.lastUsedDay === undefined ? say('admin.keyNeverUsed') : day(row.lastUsedDay)}</Text>,
      isActive && (
        <Button
          spacing="compact"
          isDisabled={isBusy}
          onClick={() => {
            onRevoke(row.id);
          }}
        >
          {say('admin.keyRevoke', { id: row.id })}
        </Button>
      ),
    ];
  };
  return (
    <DynamicTable
      label={say('admin.keysTable')}
      head={{ cells: COLUMNS.map(({ key, title }) => ({ key, content: say(title) })) }}
      rows={keys.map((row) => ({
        key: row.id,
        cells: toCells(row).map((content, index) => ({ key: COLUMNS[index]?.key ?? '', content })),
      }))}
    />
  );
};
