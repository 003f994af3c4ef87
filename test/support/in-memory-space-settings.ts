import type { AuditRecord } from '../../src/audit/audit-record';
import { DEFAULT_POLICY, type Policy } from '../../src/fence/policy';
import type { SpaceSeenByCaller } from '../../src/settings/caller';
import { createSpaceSettings, type SpaceSettingsPorts } from '../../src/settings/space-settings';
import { createInMemoryShardStore } from './in-memory-shard-store';

export const NOW = Date.UTC(2026, 0, 15, 9, 30, 0);

/** A space as its admin sees it. */
export const SEEN = { kind: 'visible', id: '98308', key: 'ENG', status: 'current', mayAdminister: true } as const;

export type SpaceSettingsScene = {
  readonly seen?: SpaceSeenByCaller;
  readonly administersConfluence?: boolean;
  readonly policy?: Partial<Policy>;
  readonly ports?: Partial<SpaceSettingsPorts>;
};

/** The functions of a space's page over ports in memory, what was asked of these, in order, and what was recorded. */
export const createInMemorySpaceSettings = ({
  seen = SEEN,
  administersConfluence = false,
  policy = {},
  ports = {},
}: SpaceSettingsScene = {}) => {
  const asked: string[] = [];
  const records: AuditRecord[] = [];
  const shards = createInMemoryShardStore();
  const spaceSettingsPorts: SpaceSettingsPorts = {
    shards: shards.store,
    policy: {
      read: () => Promise.resolve({ ...DEFAULT_POLICY, ...policy }),
      readPause: () => Promise.reject(new Error('a space sets no policy')),
      writePause: () => Promise.reject(new Error('a space sets no policy')),
      removePause: () => Promise.reject(new Error('a space sets no policy')),
      writeLimits: () => Promise.reject(new Error('a space sets no policy')),
      writeRules: () => Promise.reject(new Error('a space sets no policy')),
    },
    rights: {
      seeSpace: (id) => {
        asked.push(`see ${id}`);
        return Promise.resolve(seen);
      },
    },
    administersConfluence: () => {
      asked.push('rights of the site');
      return Promise.resolve(administersConfluence);
    },
    audit: {
      append: (record) => {
        asked.push(`record ${record.event}`);
        records.push(record);
        return Promise.resolve();
      },
    },
    pages: {
      findByTitle: (typed, space) => {
        asked.push(`find ${typed} in ${String(space?.id)} ${String(space?.key)}`);
        return Promise.resolve([]);
      },
      findById: (ids, space) => {
        asked.push(`find ${ids.join(' ')} in ${String(space?.id)}`);
        return Promise.resolve(
          ids.filter((id) => id.startsWith('1')).map((id) => ({ id, title: `Page ${id}`, spaceKey: 'ENG' })),
        );
      },
    },
    findSeenPages: (ids, spaceId) => {
      asked.push(`find ${ids.join(' ')} for ${spaceId}`);
      return Promise.resolve(ids.filter((id) => id.startsWith('1')));
    },
    isBlocked: () => Promise.resolve(false),
    preview: () => Promise.reject(new Error('no preview is expected')),
    usage: { readSpaceUsage: () => Promise.resolve([{ day: '2026-01-14', searches: 3 }]) },
    now: () => NOW,
    ...ports,
  };
  return { functions: createSpaceSettings(spaceSettingsPorts), ports: spaceSettingsPorts, asked, records, shards };
};
