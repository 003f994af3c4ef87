import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { parse, stringify } from 'yaml';
import { createClock, type Clock } from '../../../dev/clock';
import { createForgePlatform, type ForgePlatform } from '../../../dev/platform/forge-platform';
import { signRequest } from '../../../dev/sign-request';
import { findManifestProblems } from '../../support/find-manifest-problems';

const ROOT = path.resolve(__dirname, '../../..');
const OTHER_SECRET = Buffer.alloc(32, 1).toString('base64');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const manifestShape = v.looseObject({
  modules: v.looseObject({ webtrigger: v.array(v.looseObject({ key: v.string() })) }),
});

/** The app's own manifest with the web trigger that docs/keys.md says to add. */
const switchedManifest = (): string => {
  const [, snippet = ''] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(path.join(ROOT, 'docs/keys.md'), 'utf8')) ?? [];
  const added = v.parse(v.tuple([v.looseObject({ key: v.literal('search-signed') })]), parse(snippet));
  const manifest = v.parse(manifestShape, parse(readFileSync(path.join(ROOT, 'manifest.yml'), 'utf8')));
  const { modules } = manifest;
  return stringify({ ...manifest, modules: { ...modules, webtrigger: [...modules.webtrigger, ...added] } });
};

describe("the platform's verification, switched on as docs/keys.md says", () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'promptless-switched-'));
  let platform: ForgePlatform;
  let clock: Clock;
  let secret: string;

  beforeAll(() => {
    mkdirSync(path.join(directory, 'src'));
    writeFileSync(path.join(directory, 'manifest.yml'), switchedManifest());
    writeFileSync(
      path.join(directory, 'src/index.ts'),
      `export * from ${JSON.stringify(path.join(ROOT, 'src/index'))};`,
    );
  });
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  beforeEach(async () => {
    clock = createClock();
    const isAdmin = { operations: [{ operation: 'administer', targetType: 'application' }] };
    platform = await createForgePlatform({
      appDirectory: directory,
      clock,
      confluence: () => ({ status: 200, headers: {}, body: JSON.stringify(isAdmin), points: 1 }),
      siteUrl: () => 'http://127.0.0.1:8080',
    });
    secret = await createKey();
    platform.addWebTriggerKey('search-signed', secret);
  });
  afterEach(() => platform.close());

  const createKey = async (): Promise<string> => {
    const answer = await platform.invokeResolver({
      moduleKey: 'admin',
      functionKey: 'createKey',
      payload: undefined,
      accountId: 'admin',
      extension: { type: 'confluence:globalSettings' },
    });
    return v.parse(v.object({ secret: v.string() }), answer).secret;
  };

  type Sending = { readonly signedWith?: string; readonly nowMs?: number; readonly without?: string };

  const send = async (moduleKey: string, { signedWith = secret, nowMs = clock.now(), without = '' }: Sending = {}) => {
    const body = JSON.stringify({ requestId: randomUUID(), operation: 'status' });
    const headers = signRequest({ secret: signedWith, body, nowMs });
    platform.clearCalls();
    const answer = await platform.invokeWebTrigger(moduleKey, {
      method: 'POST',
      rawHeaders: Object.entries(headers).flatMap(([name, value]) => (name === without ? [] : [name, value])),
      path: platform.webTriggerPath(moduleKey) ?? '',
      userPath: '',
      search: '',
      body,
    });
    return { ...answer, wasInvoked: platform.calls().length > 0 || answer.body.includes('urn:promptless') };
  };

  const warningOf = ({ headers }: Awaited<ReturnType<typeof send>>): readonly string[] =>
    headers.flatMap(([name, value]) => (name === 'x-webtrigger-key-expires' ? [value] : []));

  it('is a manifest that Forge takes', async () => {
    expect(await findManifestProblems(switchedManifest())).toEqual([]);
  });

  it('moves the address to /auth/, and leaves the old one', () => {
    expect(platform.webTriggerPath('search')).toMatch(/^\/public\//);
    expect(platform.webTriggerPath('search-signed')).toMatch(/^\/auth\/[A-Za-z0-9]+$/);
    expect(platform.findWebTrigger(platform.webTriggerPath('search-signed') ?? '')).toMatchObject({
      moduleKey: 'search-signed',
    });
  });

  it('serves the same signed request at both addresses', async () => {
    for (const moduleKey of ['search', 'search-signed']) {
      const { status, body } = await send(moduleKey);
      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ operation: 'status', api: 'v1' });
    }
  });

  it.each<[string, () => Sending]>([
    ['signed with another key', () => ({ signedWith: OTHER_SECRET })],
    ['without a signature', () => ({ without: 'x-webtrigger-signature' })],
    ['whose time is left out, though it was signed', () => ({ without: 'x-webtrigger-timestamp' })],
    ['signed more than ten minutes ago', () => ({ nowMs: clock.now() - 10 * MINUTE_MS - 1000 })],
    ['signed more than ten minutes ahead', () => ({ nowMs: clock.now() + 10 * MINUTE_MS + 1000 })],
  ])('refuses a request %s before the app is called', async (_, sending) => {
    const { status, wasInvoked } = await send('search-signed', sending());
    expect({ status, wasInvoked }).toEqual({ status: 401, wasInvoked: false });
  });

  it('leaves to the app what only the app refuses', async () => {
    const { status, wasInvoked } = await send('search-signed', { nowMs: clock.now() - 6 * MINUTE_MS });
    expect({ status, wasInvoked }).toEqual({ status: 401, wasInvoked: true });
    platform.addWebTriggerKey('search-signed', OTHER_SECRET);
    expect(await send('search-signed', { signedWith: OTHER_SECRET })).toMatchObject({ status: 401, wasInvoked: true });
  });

  it('lets a key be rotated in both places without an interruption', async () => {
    const next = await createKey();
    expect(await send('search-signed', { signedWith: next })).toMatchObject({ status: 401, wasInvoked: false });
    platform.addWebTriggerKey('search-signed', next);
    expect(await send('search-signed')).toMatchObject({ status: 200 });
    expect(await send('search-signed', { signedWith: next })).toMatchObject({ status: 200 });
    platform.addWebTriggerKey('search-signed', OTHER_SECRET);
    expect(await send('search-signed')).toMatchObject({ status: 401, wasInvoked: false });
    expect(await send('search-signed', { signedWith: next })).toMatchObject({ status: 200 });
  });

  it('ends after twelve months, and says so thirty days before', async () => {
    expect(warningOf(await send('search-signed'))).toEqual([]);
    clock.advance(335 * DAY_MS + MINUTE_MS);
    expect(warningOf(await send('search-signed'))).toHaveLength(1);
    clock.advance(30 * DAY_MS);
    expect(await send('search-signed')).toMatchObject({ status: 401, wasInvoked: false });
    platform.addWebTriggerKey('search-signed', secret, { noExpiry: true });
    expect(await send('search-signed')).toMatchObject({ status: 401, wasInvoked: true });
  });

  it('refuses what is not a key', () => {
    for (const key of ['', 'not base64', Buffer.alloc(31).toString('base64'), Buffer.alloc(65).toString('base64')]) {
      expect(() => {
        platform.addWebTriggerKey('search-signed', key);
      }).toThrow('base64 of 32 to 64 bytes');
    }
  });
});
