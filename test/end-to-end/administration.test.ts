import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { contentFile } from '../support/content-file';
import { useRunningSite } from '../support/running-site';

const content = contentFile([
  { space: 'ENG', title: 'Deploying', storage: '<p>How the zebra service is deployed.</p>', author: 'maya' },
  { space: 'DOCS', title: 'Guide', storage: '<p>zebra</p>', author: 'noah' },
]);

const { site, send, local, invoke } = useRunningSite({ contentPaths: [content], open: ['ENG'] });

const DAY_MS = 86_400_000;
const NONE = { labels: [], trees: [], blogPosts: false };
const SURFACES = ['space-settings', 'space-settings-macro'] as const;
const NOT_ADMIN = { refused: 'not-confluence-admin' };

const call = (name: string, payload?: unknown): Promise<unknown> => invoke('admin', 'admin', name, { payload });
const advance = (advanceMs: number): Promise<unknown> => local('PUT', 'clock', { advanceMs });

const created = v.object({ id: v.string(), secret: v.string(), createdAt: v.string(), expiresAt: v.string() });
const createKey = async (payload?: unknown) => v.parse(created, await call('createKey', payload));

const status = v.object({ keys: v.array(v.looseObject({ id: v.string(), expiresSoon: v.boolean() })) });
const keysOf = (answer: unknown): readonly string[] => v.parse(status, answer).keys.map(({ id }) => id);
const readKeys = async (): Promise<readonly string[]> => keysOf(await call('getStatus'));

const usedKeys = v.object({ keys: v.array(v.object({ id: v.string(), lastUsedDay: v.optional(v.string()) })) });

const activity = v.object({ days: v.array(v.object({ day: v.string(), searches: v.number() })) });

/** Leaves the site with its first key alone. */
const revokeOthers = async (): Promise<void> => {
  for (const keyId of (await readKeys()).slice(1)) await call('revokeKey', { keyId });
};

const auditPage = v.object({
  records: v.array(v.looseObject({ at: v.string(), event: v.string() })),
  nextCursor: v.optional(v.string()),
});
/** What is recorded by now: queries of storage are some seconds behind. */
const readAudit = async () => {
  await advance(5000);
  return v.parse(auditPage, await call('getAudit', { limit: 100 }));
};

/** Every function of the admin page, with a payload that it takes. */
const FUNCTIONS: readonly (readonly [string, unknown])[] = [
  ['getStatus', undefined],
  ['createKey', { expiresInDays: 30 }],
  ['revokeKey', { keyId: '0123456789ab' }],
  ['setPaused', { paused: true }],
  ['setLimits', { requestsPerMinute: 0, pointsPerHour: 0 }],
  ['setPolicy', { optInBy: 'confluence-admins' }],
  ['getAudit', {}],
  ['getAuditCsv', {}],
  ['getActivity', undefined],
  ['listSpaces', {}],
  ['listUnseenSpaces', undefined],
  ['describeSpaces', { ids: ['98304'] }],
  ['setSpaces', { spaceIds: ['1'], enabled: false }],
  ['findPages', { query: 'zebra' }],
  ['sendTestSearch', { query: 'zebra' }],
];

/** What asks Confluence alone. */
const WITHOUT_STORAGE: readonly string[] = ['describeSpaces', 'findPages'];

const STRANGERS: readonly (readonly [string, string | undefined])[] = [
  ['an anonymous visitor', undefined],
  ['somebody who is not logged in', 'unidentified'],
  ['a member', 'noah'],
  ['an admin of the space', 'maya'],
];

describe('the functions of the admin page', () => {
  const everyone = FUNCTIONS.flatMap(([name, payload]) =>
    STRANGERS.map(([who, account]) => ({ name, payload, who, account })),
  );

  it.each(everyone)('refuse $name to $who, and change nothing', async ({ name, payload, account }) => {
    await local('PATCH', 'site', { spaces: { ENG: { admins: ['maya'] } } });
    const before = await local('GET', 'storage');
    expect(await invoke(account, 'admin', name, { space: 'ENG', payload })).toEqual(NOT_ADMIN);
    // A payload that would be refused tells no more.
    expect(await invoke(account, 'admin', name, { space: 'ENG', payload: { odd: 1 } })).toEqual(NOT_ADMIN);
    expect(await local('GET', 'storage')).toEqual(before);
  });

  it.each(FUNCTIONS)('answer %s to a Confluence admin', async (name, payload) => {
    expect(await call(name, payload)).not.toMatchObject(NOT_ADMIN);
    await call('setPaused', { paused: false });
    await call('setPolicy', { optInBy: 'space-admins' });
    await revokeOthers();
  });

  it.each(FUNCTIONS.filter(([, payload]) => payload !== undefined))(
    'refuse %s a payload with an unknown member, by a value and without a change',
    async (name, payload) => {
      const before = await local('GET', 'storage');
      const odd = { ...(typeof payload === 'object' ? payload : {}), odd: 1 };
      expect(await call(name, odd)).toMatchObject({ refused: 'invalid-payload' });
      expect(await local('GET', 'storage')).toEqual(before);
    },
  );

  it('take only the right to administer Confluence itself, and nothing that is not said', async () => {
    const answers = [
      { operations: [{ operation: 'administer', targetType: 'space' }] },
      { operations: [{ operation: 'use', targetType: 'application' }] },
      { operations: [] },
      {},
    ];
    for (const answer of answers) {
      await local('PUT', 'faults', [
        { match: '/wiki/rest/api/user/current', status: 200, body: JSON.stringify(answer) },
      ]);
      for (const [name, payload] of FUNCTIONS) expect(await call(name, payload)).toEqual(NOT_ADMIN);
    }
    await local('PUT', 'faults', [{ match: '/wiki/rest/api/user/current', status: 500 }]);
    for (const [name, payload] of FUNCTIONS) {
      expect(await call(name, payload)).toEqual({ refused: 'confluence-unavailable' });
    }
    await local('PUT', 'faults', []);
  });

  it('answer with a value when storage does not', async () => {
    await local('PUT', 'faults', [{ match: '/api/v1/', status: 500 }]);
    const answers: unknown[] = [];
    const storing = FUNCTIONS.filter(([name]) => !WITHOUT_STORAGE.includes(name));
    for (const [name, payload] of storing) answers.push([name, await call(name, payload)]);
    await local('PUT', 'faults', []);
    expect(answers).toEqual(storing.map(([name]) => [name, { refused: 'storage-unavailable' }]));
  });

  it('are not reachable through the resolvers of other surfaces', async () => {
    const elsewhere = SURFACES.flatMap((surface) => FUNCTIONS.map(([name, payload]) => ({ surface, name, payload })))
      // The settings page of a space has a function of its own by this name.
      .filter(({ surface, name }) => surface !== 'space-settings' || name !== 'findPages');
    for (const { surface, name, payload } of elsewhere) {
      await expect(invoke('admin', surface, name, { space: 'ENG', payload })).rejects.toThrow(name);
    }
    await expect(invoke('admin', 'admin', 'setSpaceAccess', { space: 'ENG' })).rejects.toThrow('setSpaceAccess');
  });
});

describe('getStatus', () => {
  it('shows everything that is set, and where requests go', async () => {
    expect(await call('getStatus')).toEqual({
      paused: false,
      requestsPerMinute: 0,
      pointsPerHour: expect.any(Number),
      optInBy: 'space-admins',
      exclusions: { labels: [], trees: [], blogPosts: false },
      caps: { maxResults: 25, maxChars: 50_000 },
      spacesOptedIn: 1,
      keys: [expect.objectContaining({ id: expect.stringMatching(/^[0-9a-f]{12}$/), expiresSoon: false })],
      webTriggerUrl: site().webTriggerUrl,
    });
  });
});

describe('what is used', () => {
  it('is shown by the day: the key that signed, and how many searches there were', async () => {
    const spare = await createKey();
    const { days: before } = v.parse(activity, await call('getActivity'));
    expect(v.parse(usedKeys, await call('getStatus')).keys.at(-1)?.lastUsedDay).toBeUndefined();
    for (let count = 0; count < 3; count += 1) {
      await send({ operation: 'search', query: 'zebra' }, spare.secret);
    }
    const today = new Date(site().clock.now()).toISOString().slice(0, 10);
    expect(v.parse(usedKeys, await call('getStatus')).keys.at(-1)).toEqual({ id: spare.id, lastUsedDay: today });
    expect(await call('getActivity')).toEqual({
      days: [{ day: today, searches: (before[0]?.searches ?? 0) + 3 }],
    });
    await revokeOthers();
  });
});

describe('a key', () => {
  it('is shown once, and never again', async () => {
    const before = JSON.stringify([await call('getStatus'), await local('GET', 'storage')]);
    const { id, secret, createdAt, expiresAt } = await createKey();
    expect(secret).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(365 * DAY_MS);
    const { records } = await readAudit();
    const after = JSON.stringify([
      await call('getStatus'),
      await local('GET', 'storage'),
      records,
      await call('getAuditCsv'),
      site().platform.logs(),
    ]);
    expect(`${before}${after}`).not.toContain(secret);
    expect(after).toContain(id);
    expect((await send({ operation: 'status' }, secret)).status).toBe(200);
    await revokeOthers();
  });

  it('is rotated with overlap: both sign, a third is refused, and a revoked one ends with the next request', async () => {
    const [firstId = ''] = await readKeys();
    const second = await createKey();
    expect(await readKeys()).toEqual([firstId, second.id]);
    expect(await call('createKey')).toEqual({ refused: 'too-many-keys' });
    expect(await readKeys()).toEqual([firstId, second.id]);
    for (const secret of [site().secret, second.secret]) {
      expect((await send({ operation: 'status' }, secret)).status).toBe(200);
    }
    expect(keysOf(await call('revokeKey', { keyId: second.id }))).toEqual([firstId]);
    expect((await send({ operation: 'status' }, second.secret)).status).toBe(401);
    expect((await send({ operation: 'status' })).status).toBe(200);
    expect(await call('revokeKey', { keyId: second.id })).toMatchObject({ refused: 'key-not-found' });
    for (const keyId of [undefined, null, 7, '', `A${second.id.slice(1)}`, second.secret]) {
      expect(await call('revokeKey', { keyId })).toMatchObject({ refused: 'invalid-payload' });
    }
  });

  it('is told apart from the other: each has its own dates in status and its own warning', async () => {
    const short = await createKey({ expiresInDays: 30 });
    const asked = await send({ operation: 'status' }, short.secret);
    expect(asked.body).toMatchObject({ key: { createdAt: short.createdAt, expiresAt: short.expiresAt } });
    expect(asked.headers.get('x-webtrigger-key-expires')).toBe(short.expiresAt);
    const other = await send({ operation: 'status' });
    expect(other.body).not.toMatchObject({ key: { createdAt: short.createdAt } });
    expect(other.headers.get('x-webtrigger-key-expires')).toBeNull();
    expect(v.parse(status, await call('getStatus')).keys.map(({ expiresSoon }) => expiresSoon)).toEqual([false, true]);
    await revokeOthers();
  });

  it('warns of its end from 30 days before on, no earlier', async () => {
    const { secret, expiresAt } = await createKey({ expiresInDays: 31 });
    expect((await send({ operation: 'status' }, secret)).headers.get('x-webtrigger-key-expires')).toBeNull();
    await advance(DAY_MS);
    expect((await send({ operation: 'status' }, secret)).headers.get('x-webtrigger-key-expires')).toBe(expiresAt);
    await revokeOthers();
  });

  it('that has expired is refused, makes room, and leaves with the next change', async () => {
    const expired = await createKey({ expiresInDays: 1 });
    await advance(DAY_MS);
    expect((await send({ operation: 'status' }, expired.secret)).status).toBe(401);
    expect((await readKeys()).at(-1)).toBe(expired.id);
    const next = await createKey();
    expect(await readKeys()).toEqual([expect.any(String), next.id]);
    expect(await readKeys()).not.toContain(expired.id);
    await revokeOthers();
  });

  it.each([0, 366, 1.5, -1, '30', null])('is not made to last %j days', async (expiresInDays) => {
    const before = await readKeys();
    expect(await call('createKey', { expiresInDays })).toEqual({ refused: 'invalid-payload' });
    expect(await readKeys()).toEqual(before);
  });

  it.each([1, 365])('is made to last %j days', async (expiresInDays) => {
    const { createdAt, expiresAt } = await createKey({ expiresInDays });
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(expiresInDays * DAY_MS);
    await revokeOthers();
  });

  it('is never lost when admins create and revoke at once: whoever got a secret can sign with it', async () => {
    const spare = await createKey();
    const answers = await Promise.all([
      call('revokeKey', { keyId: spare.id }),
      ...Array.from({ length: 6 }, () => call('createKey')),
    ]);
    const secrets = answers.flatMap((answer) => (v.is(created, answer) ? [answer] : []));
    const revoked = !v.is(v.object({ refused: v.string() }), answers[0]);
    const refusals = answers.slice(1).filter((answer) => !v.is(created, answer));
    for (const refusal of refusals)
      expect(['busy', 'too-many-keys']).toContain(v.parse(v.object({ refused: v.string() }), refusal).refused);
    const kept = await readKeys();
    expect(kept.slice(1).toSorted()).toEqual(
      [...(revoked ? [] : [spare.id]), ...secrets.map(({ id }) => id)].toSorted(),
    );
    for (const { secret } of secrets) expect((await send({ operation: 'status' }, secret)).status).toBe(200);
    await revokeOthers();
  });

  it('that was stored before keys had ids still signs, has an id, and can be revoked', async () => {
    const key = 'key-ring';
    const record = v.object({ value: v.looseObject({ keys: v.array(v.looseObject({ id: v.string() })) }) });
    const { value } = v.parse(record, site().platform.callStorage('/api/v1/secret/get', { key }).body);
    const keys = value.keys.map((stored) =>
      Object.fromEntries(Object.entries(stored).filter(([name]) => name !== 'id')),
    );
    site().platform.callStorage('/api/v1/secret/set', { key, value: { ...value, keys } });
    expect((await send({ operation: 'status' })).status).toBe(200);
    const [id = ''] = await readKeys();
    expect(id).toMatch(/^[0-9a-f]{12}$/);
    const next = await createKey();
    expect(await readKeys()).toEqual([id, next.id]);
    expect(keysOf(await call('revokeKey', { keyId: id }))).toEqual([next.id]);
    expect((await send({ operation: 'status' })).status).toBe(401);
    expect((await send({ operation: 'status' }, next.secret)).status).toBe(200);
    site().platform.callStorage('/api/v1/secret/set', { key, value });
  });
});

describe('setPaused, setLimits and setPolicy', () => {
  it('show again what was set, and leave alone what was not named', async () => {
    const exclusions = { labels: ['secret'], trees: ['12345'], blogPosts: true };
    const caps = { maxResults: 1, maxChars: 500 };
    expect(await call('setPolicy', { exclusions, caps })).toMatchObject({ optInBy: 'space-admins', exclusions, caps });
    expect(await call('setPolicy', { optInBy: 'confluence-admins' })).toMatchObject({
      optInBy: 'confluence-admins',
      exclusions,
      caps,
    });
    expect(await call('setLimits', { requestsPerMinute: 77 })).toMatchObject({ requestsPerMinute: 77 });
    expect(await call('setLimits', { pointsPerHour: 65_000 })).toMatchObject({
      requestsPerMinute: 77,
      pointsPerHour: 65_000,
    });
    expect(await call('setLimits', { requestsPerMinute: 0 })).toMatchObject({ pointsPerHour: 65_000 });
    expect(await call('setPaused', { paused: true })).toMatchObject({ paused: true, optInBy: 'confluence-admins' });
    expect(await call('getStatus')).toMatchObject({ paused: true, requestsPerMinute: 0, pointsPerHour: 65_000, caps });
    expect(await call('setPaused', { paused: false })).toMatchObject({ paused: false });
    await call('setPolicy', {
      optInBy: 'space-admins',
      exclusions: { labels: [], trees: [], blogPosts: false },
      caps: { maxResults: 25, maxChars: 50_000 },
    });
  });

  it('lose nothing when admins change different parts at once: a change is made, or refused as busy', async () => {
    const changes: readonly (readonly [string, Record<string, unknown>])[] = [
      ['setPolicy', { exclusions: { labels: ['secret'], trees: [], blogPosts: true } }],
      ['setPolicy', { caps: { maxResults: 2, maxChars: 600 } }],
      ['setLimits', { requestsPerMinute: 50 }],
      ['setLimits', { pointsPerHour: 60_000 }],
    ];
    const refusable = v.object({ refused: v.optional(v.string()) });
    const answers = await Promise.all(changes.map(([name, payload]) => call(name, payload)));
    const refusals = answers.map((answer) => v.parse(refusable, answer).refused);
    expect(['busy', undefined]).toEqual(expect.arrayContaining(refusals));
    expect(refusals).toContain(undefined);
    const made = changes.filter((_, index) => refusals[index] === undefined).map(([, payload]) => payload);
    expect(await call('getStatus')).toMatchObject(made.reduce((all, payload) => ({ ...all, ...payload }), {}));
    await call('setPolicy', { exclusions: NONE, caps: { maxResults: 25, maxChars: 50_000 } });
    await call('setLimits', { requestsPerMinute: 0 });
  });

  it('keep what another admin has excluded since the list was read', async () => {
    const theirs = { labels: ['theirs'], trees: ['12345'], blogPosts: true };
    await call('setPolicy', { exclusions: theirs });
    const answer = await call('setPolicy', { exclusions: { ...NONE, labels: ['mine'] }, exclusionsFrom: NONE });
    expect(answer).toMatchObject({ exclusions: { ...theirs, labels: ['theirs', 'mine'] } });
    expect(answer).not.toHaveProperty('exclusionsFrom');
    expect(await call('setPolicy', { exclusions: NONE })).toMatchObject({ exclusions: NONE });
  });

  it('are not made without a record, but revoking is', async () => {
    const leaked = await createKey();
    const before = v.parse(v.looseObject({}), await call('getStatus'));
    await local('PUT', 'faults', [{ match: '/api/v1/set', status: 500 }]);
    expect(await call('setPolicy', { optInBy: 'confluence-admins' })).toEqual({ refused: 'storage-unavailable' });
    await local('PUT', 'faults', []);
    expect(await call('getStatus')).toEqual(before);
    await local('PUT', 'faults', [{ match: '/api/v1/set', status: 500 }]);
    const revoked = await call('revokeKey', { keyId: leaked.id });
    await local('PUT', 'faults', []);
    expect(revoked).not.toHaveProperty('refused');
    expect((await send({ operation: 'status' }, leaked.secret)).status).toBe(401);
  });

  it.each<[string, unknown]>([
    ['setPaused', {}],
    ['setPaused', { paused: 'yes' }],
    ['setPaused', undefined],
    ['setLimits', {}],
    ['setLimits', undefined],
    ['setLimits', { requestsPerMinute: -1 }],
    ['setLimits', { requestsPerMinute: 6001 }],
    ['setLimits', { requestsPerMinute: 1.5 }],
    ['setLimits', { requestsPerMinute: '10' }],
    ['setLimits', { requestsPerMinute: null }],
    ['setLimits', { requestsPerMinute: 10, pointsPerHour: 65_001 }],
    ['setLimits', { pointsPerHour: -1 }],
    ['setPolicy', {}],
    ['setPolicy', undefined],
    ['setPolicy', { optInBy: 'everybody' }],
    ['setPolicy', { exclusions: { labels: [], trees: [] } }],
    ['setPolicy', { exclusions: { labels: 'a', trees: [], blogPosts: false } }],
    ['setPolicy', { exclusions: { labels: [], trees: [], blogPosts: false, odd: 1 } }],
    ['setPolicy', { caps: { maxResults: 0, maxChars: 500 } }],
    ['setPolicy', { caps: { maxResults: 26, maxChars: 500 } }],
    ['setPolicy', { caps: { maxResults: 1, maxChars: 499 } }],
    ['setPolicy', { caps: { maxResults: 1, maxChars: 50_001 } }],
    ['setPolicy', { caps: { maxResults: 1 } }],
    ['setPolicy', { caps: { maxResults: 1, maxChars: 500, odd: 1 } }],
    ['setPolicy', { optInBy: 'confluence-admins', caps: { maxResults: 0, maxChars: 500 } }],
  ])('refuse %s %j and change nothing', async (name, payload) => {
    const before = v.parse(v.looseObject({}), await call('getStatus'));
    const stored = await local('GET', 'storage');
    expect(await call(name, payload)).toEqual({ ...before, refused: 'invalid-payload' });
    expect(await local('GET', 'storage')).toEqual(stored);
  });
});

describe('the audit', () => {
  it('has a record of each change, newest first, by whom and of what', async () => {
    const { id } = await createKey();
    await call('revokeKey', { keyId: id });
    await call('setPaused', { paused: true });
    await call('setPaused', { paused: false });
    await call('setLimits', { requestsPerMinute: 60 });
    await advance(1);
    await call('setPolicy', { optInBy: 'confluence-admins', caps: { maxResults: 24, maxChars: 50_000 } });
    const { records } = await readAudit();
    await call('setLimits', { requestsPerMinute: 0 });
    await call('setPolicy', { optInBy: 'space-admins', caps: { maxResults: 25, maxChars: 50_000 } });
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const latest = records.slice(0, 7);
    expect(latest.slice(0, 2)).toEqual(
      expect.arrayContaining([
        { at, event: 'policy-changed', by: 'admin', cause: 'opt-in-by' },
        { at, event: 'policy-changed', by: 'admin', cause: 'caps' },
      ]),
    );
    expect(latest.slice(2)).toEqual([
      { at, event: 'limits-changed', by: 'admin', cause: 'requests-per-minute' },
      { at, event: 'resumed', by: 'admin' },
      { at, event: 'paused', by: 'admin' },
      { at, event: 'key-revoked', by: 'admin', keyId: id },
      { at, event: 'key-created', by: 'admin', keyId: id },
    ]);
  });

  it('has no record of what was refused to an admin', async () => {
    const before = await readAudit();
    await call('setPaused', { paused: 'yes' });
    await call('revokeKey', { keyId: '0123456789ab' });
    await call('createKey', { expiresInDays: 0 });
    expect((await readAudit()).records).toEqual(before.records);
  });

  it('has a refusal once a minute for each key and cause, so that none hides behind those of another key', async () => {
    const stolen = await createKey();
    const [own = ''] = await readKeys();
    await advance(60_000 - (site().clock.now() % 60_000));
    for (const secret of [undefined, undefined, stolen.secret, stolen.secret]) {
      expect((await send({ operation: 'odd' }, secret)).status).toBe(400);
    }
    await send({ operation: 'search', query: 'zebra', spaces: ['NONE'] }, stolen.secret);
    const refused = (await readAudit()).records.filter(({ event }) => event === 'request-refused');
    const told = refused.slice(0, 3).map(({ keyId, cause }) => `${String(keyId)} ${String(cause)}`);
    const expected = [`${own} invalid_request`, `${stolen.id} invalid_request`, `${stolen.id} no_space_available`];
    expect(told.sort()).toEqual(expected.sort());
    expect(refused.filter(({ keyId }) => keyId === stolen.id)).toHaveLength(2);
    await revokeOthers();
  });

  it('has a refusal before what was done earlier in its minute', async () => {
    await advance(60_000 - (site().clock.now() % 60_000));
    await call('setPaused', { paused: true });
    await advance(1000);
    expect((await send({ operation: 'search', query: 'zebra' })).status).toBe(403);
    await advance(1000);
    await call('setPaused', { paused: false });
    const { records } = await readAudit();
    expect(records.slice(0, 3).map(({ event }) => event)).toEqual(['resumed', 'request-refused', 'paused']);
    const { csv } = v.parse(v.object({ csv: v.string() }), await call('getAuditCsv'));
    const rows = csv.split('\r\n').slice(1, 4);
    expect(rows.map((row) => row.split(',')[1])).toEqual(['resumed', 'request-refused', 'paused']);
  });

  it('gives page after page, and every record once', async () => {
    const { records } = await readAudit();
    const paged: typeof records = [];
    let cursor: string | undefined;
    do {
      const page = v.parse(
        auditPage,
        await call('getAudit', { limit: 3, ...(cursor === undefined ? {} : { cursor }) }),
      );
      expect(page.records.length).toBeLessThanOrEqual(3);
      paged.push(...page.records);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(paged.length).toBeGreaterThan(6);
    const byTime = (rows: typeof records) => [...rows].sort((a, b) => b.at.localeCompare(a.at));
    expect(byTime(paged)).toEqual(records);
  });

  it.each<[string, unknown]>([
    ['getAudit', { limit: 0 }],
    ['getAudit', { limit: 101 }],
    ['getAudit', { limit: 1.5 }],
    ['getAudit', { cursor: '' }],
    ['getAudit', { cursor: 'x'.repeat(1001) }],
    ['getAudit', { cursor: 7 }],
    ['getAuditCsv', { cursor: '' }],
    ['getAuditCsv', { limit: 10 }],
  ])('refuses %s %j', async (name, payload) => {
    expect(await call(name, payload)).toEqual({ refused: 'invalid-payload' });
  });

  it('is a table for a spreadsheet as well', async () => {
    const { records } = await readAudit();
    const answer = v.parse(v.object({ csv: v.string(), cut: v.boolean() }), await call('getAuditCsv'));
    const [head, ...rows] = answer.csv.split('\r\n');
    expect(head).toBe('at,event,by,spaceId,keyId,count,cause');
    expect(answer.cut).toBe(false);
    expect(rows.filter((row) => row !== '')).toHaveLength(records.length);
    expect(answer.csv).toContain(',paused,admin,,,,\r\n');
  });

  it('forgets after 180 days, even while storage still has the records', async () => {
    await call('setPaused', { paused: false });
    expect((await readAudit()).records).not.toEqual([]);
    await advance(180 * DAY_MS - 60_000);
    expect((await readAudit()).records).not.toEqual([]);
    await advance(60_000);
    expect(await readAudit()).toEqual({ records: [] });
    expect(JSON.stringify(await local('GET', 'storage'))).toContain('audit:');
    await advance(3 * DAY_MS);
    expect(JSON.stringify(await local('GET', 'storage'))).not.toContain('audit:');
  });
});
