import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { contentFile } from '../support/content-file';
import { readResolverFunctions } from '../support/resolver-functions';
import { useRunningSite } from '../support/running-site';

/**
 * Who may do what, on which surface, in the space ENG. `yes`: done. `look`: shown, without details, and not to be changed.
 * `no`: refused. `unseen`: as if the space did not exist. `-`: the surface has no such function.
 */
const TABLE = `
                       | anonymous | not logged in | member | space admin | admin of another space | Confluence admin without the space | Confluence admin
space-settings
  getSpaceAccess       | unseen    | unseen        | look   | yes         | look                   | look                               | yes
  setSpaceAccess       | unseen    | unseen        | no     | yes         | no                     | no                                 | yes
  setSpaceExclusions   | unseen    | unseen        | no     | yes         | no                     | no                                 | yes
  findPages            | unseen    | unseen        | no     | yes         | no                     | no                                 | yes
  previewSearch        | unseen    | unseen        | no     | yes         | no                     | no                                 | yes
space-settings-macro
  getSpaceAccess       | unseen    | unseen        | look   | yes         | look                   | look                               | yes
  setSpaceAccess       | unseen    | unseen        | no     | yes         | no                     | no                                 | yes
admin
  getStatus            | no        | no            | no     | no          | no                     | yes                                | yes
  createKey            | no        | no            | no     | no          | no                     | yes                                | yes
  revokeKey            | no        | no            | no     | no          | no                     | yes                                | yes
  setPaused            | no        | no            | no     | no          | no                     | yes                                | yes
  setLimits            | no        | no            | no     | no          | no                     | yes                                | yes
  setPolicy            | no        | no            | no     | no          | no                     | yes                                | yes
  getAudit             | no        | no            | no     | no          | no                     | yes                                | yes
  getAuditCsv          | no        | no            | no     | no          | no                     | yes                                | yes
  getActivity          | no        | no            | no     | no          | no                     | yes                                | yes
  listSpaces           | no        | no            | no     | no          | no                     | yes                                | yes
  listUnseenSpaces     | no        | no            | no     | no          | no                     | yes                                | yes
  describeSpaces       | no        | no            | no     | no          | no                     | yes                                | yes
  setSpaces            | no        | no            | no     | no          | no                     | yes                                | yes
  findPages            | no        | no            | no     | no          | no                     | yes                                | yes
  sendTestSearch       | no        | no            | no     | no          | no                     | yes                                | yes
`;

/** A payload that each function takes, and that would change something where there is something to change. */
const payloads = (spaceId: string): Readonly<Record<string, unknown>> => ({
  setSpaceAccess: { enabled: true },
  setSpaceExclusions: { labels: ['secret'], trees: [], blogPosts: true },
  findPages: { query: 'zebra' },
  previewSearch: { query: 'zebra' },
  createKey: {},
  revokeKey: { keyId: '0123456789ab' },
  setPaused: { paused: true },
  setLimits: { requestsPerMinute: 7 },
  setPolicy: { optInBy: 'space-admins', caps: { maxResults: 3, maxChars: 500 } },
  describeSpaces: { ids: [spaceId] },
  setSpaces: { spaceIds: [spaceId], enabled: true },
  sendTestSearch: { query: 'zebra' },
});

const ACCOUNTS: Readonly<Record<string, string | undefined>> = {
  anonymous: undefined,
  'not logged in': 'unidentified',
  member: 'noah',
  'space admin': 'maya',
  'admin of another space': 'otto',
  'Confluence admin without the space': 'admin',
  'Confluence admin': 'admin',
};

const cellsOf = (line: string): readonly string[] => line.split('|').map((cell) => cell.trim());
const [head = '', ...lines] = TABLE.split('\n').filter((line) => line.trim() !== '');
const callers = cellsOf(head).slice(1);
const surfaces = lines.filter((line) => !line.startsWith(' '));
const rows = lines.flatMap((line, index) => {
  const [name = '', ...verdicts] = cellsOf(line);
  const surface = lines.slice(0, index).findLast((each) => !each.startsWith(' '));
  return surface === undefined || !line.startsWith(' ') ? [] : [{ surface, name, verdicts }];
});
const names = [...new Set(rows.map(({ name }) => name))];

/** Every function on every surface for every caller. */
const cells = surfaces.flatMap((surface) =>
  names.flatMap((name) =>
    callers.map((caller, column) => ({
      surface,
      name,
      caller,
      verdict: rows.find((row) => row.surface === surface && row.name === name)?.verdicts[column] ?? '-',
    })),
  ),
);

const VERDICTS: Readonly<Record<string, string>> = {
  'not-space-admin': 'no',
  'not-confluence-admin': 'no',
  'space-not-available': 'unseen',
  // Not for want of a right.
  'key-not-found': 'yes',
  'too-many-keys': 'yes',
  'space-closed': 'yes',
};
const refusal = v.object({ refused: v.string() });
const onlyShown = v.object({ mayChange: v.literal(false), refused: v.optional(v.undefined()) });

const content = contentFile([
  { space: 'ENG', title: 'Deploying', storage: '<p>zebra</p>' },
  { space: 'DOCS', title: 'Guide', storage: '<p>zebra</p>' },
]);
const { site, local, invoke } = useRunningSite({ contentPaths: [content], open: ['DOCS'] });

const idOf = (key: string): string => site().confluence.spaceByKey(key)?.id ?? '';

/** What a call came to: a word of the table. */
const verdictOf = async (call: { surface: string; name: string; caller: string }): Promise<string> => {
  const { surface, name, caller } = call;
  const payload = payloads(idOf('ENG'))[name];
  let answer: unknown;
  try {
    answer = await invoke(ACCOUNTS[caller], surface, name, { space: 'ENG', payload });
  } catch (error) {
    if (error instanceof Error && error.message.includes(`no definition for '${name}'`)) return '-';
    throw error;
  }
  if (v.is(onlyShown, answer)) return v.is(v.looseObject({ details: v.unknown() }), answer) ? 'details' : 'look';
  const refused = v.safeParse(refusal, answer);
  return refused.success ? (VERDICTS[refused.output.refused] ?? refused.output.refused) : 'yes';
};

const withoutTheSpace = (): Promise<unknown> =>
  local('PUT', 'faults', [
    {
      match: `/wiki/api/v2/spaces/${idOf('ENG')}?`,
      body: {
        id: idOf('ENG'),
        key: 'ENG',
        status: 'current',
        operations: { results: [{ operation: 'read', targetType: 'space' }] },
      },
    },
  ]);

const NO_TRACE = { stored: 'nothing', askedAsApp: [] };

describe('the resolver functions', () => {
  beforeAll(async () => {
    await local('PATCH', 'site', { spaces: { ENG: { admins: ['maya'] }, DOCS: { admins: ['otto'] } } });
  });

  beforeEach(async () => {
    await local('PUT', 'faults', []);
    // The storage units of another minute.
    await local('PUT', 'clock', { advanceMs: 60_000 });
    await invoke('admin', 'admin', 'setPaused', { payload: { paused: false } });
    await invoke('admin', 'admin', 'setLimits', { payload: { requestsPerMinute: 0, pointsPerHour: 0 } });
    await invoke('admin', 'space-settings', 'setSpaceAccess', { space: 'ENG', payload: { enabled: false } });
  });

  it('each have a row in the table, and no row is of another', async () => {
    const defined = await readResolverFunctions();
    for (const surface of surfaces) {
      const listed = rows.filter((row) => row.surface === surface).map(({ name }) => name);
      expect(listed.sort()).toEqual([...(defined[surface] ?? [])].sort());
    }
    expect(Object.keys(defined).sort()).toEqual([...surfaces].sort());
    expect(rows.every(({ verdicts }) => verdicts.length === callers.length)).toBe(true);
  });

  it.each(surfaces)('are no others on %s, whoever calls', async (surface) => {
    const absent = cells.filter((cell) => cell.surface === surface && cell.verdict === '-');
    for (const cell of absent) expect([cell, await verdictOf(cell)]).toEqual([cell, '-']);
    expect(absent.length % callers.length).toBe(0);
    expect(absent.length).toBeGreaterThan(0);
  });

  const present = cells.filter(({ verdict }) => verdict !== '-');

  it.each(present)('answer $surface $name of $caller: $verdict', async ({ surface, name, caller, verdict }) => {
    if (caller === 'Confluence admin without the space') await withoutTheSpace();
    const before = JSON.stringify(await local('GET', 'storage'));
    site().platform.clearCalls();
    expect(await verdictOf({ surface, name, caller })).toBe(verdict);
    const traces = {
      stored: before === JSON.stringify(await local('GET', 'storage')) ? 'nothing' : 'something',
      askedAsApp: site()
        .platform.calls()
        .filter(({ to, as }) => to === 'confluence' && as === 'app')
        .map(({ path }) => path),
    };
    expect(verdict === 'yes' ? NO_TRACE : traces).toEqual(NO_TRACE);
  });
});
