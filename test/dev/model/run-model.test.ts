import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BROKEN_APPS } from '../../../dev/model/broken-apps';
import { bundleApp, type SourceEdit } from '../../../dev/model/bundle-app';
import { findShortfalls } from '../../../dev/model/find-shortfalls';
import { runModel } from '../../../dev/model/run-model';
import { runCommand } from '../../support/run-command';

const ROOT = resolve(__dirname, '../../..');
const SEED = 20_261;

/** Some that are noticed soon, one of each kind; `npm run model -- --broken` tries all. */
const SOON_NOTICED = [
  'lets through what is in a space that is not open',
  'ignores what the space excludes',
  'keeps the registry of the request before',
  'goes on accepting a revoked key',
  'lets anybody change a space',
  'writes requests to the log',
];

const NO_EDIT = { room: '', from: 'there is no such app', to: '' };

describe('runModel', () => {
  it('finds the app to keep every promise, and sees enough of it', async () => {
    // In a process of its own, which takes a quarter of the time.
    const { status, out, err } = await runCommand('model', ['--sequences', '60', '--seed', String(SEED)]);
    expect(err).toBe('');
    expect(out).toMatch(/^searches that found something +\d+$/m);
    expect(status).toBe(0);
  });

  it('notices apps that are broken', async () => {
    const only = SOON_NOTICED.flatMap((name) => ['--only', name]);
    const { status, out } = await runCommand('model', [
      '--broken',
      ...only,
      '--sequences',
      '100',
      '--seed',
      String(SEED),
    ]);
    expect(out.match(/^noticed after \d+: an app that /gm)).toHaveLength(SOON_NOTICED.length);
    expect(status).toBe(0);
  });

  it('shows the shortest sequence that it noticed something by', async () => {
    const { failure } = await runModel({
      appDirectory: ROOT,
      sequences: 100,
      seed: SEED,
      edit: BROKEN_APPS.find(({ name }) => name === 'writes requests to the log')?.edit ?? NO_EDIT,
      endOnFailure: true,
    });
    expect(failure).toContain('Counterexample');
  });
});

const placesOf = ({ room, from }: SourceEdit): number =>
  readdirSync(resolve(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(resolve(ROOT, 'src', room, file), 'utf8').split(from).length - 1)
    .reduce((sum, places) => sum + places, 0);

describe('BROKEN_APPS', () => {
  it('each name exactly one place of the app', () => {
    expect(BROKEN_APPS.filter(({ edit }) => placesOf(edit) !== 1)).toEqual([]);
  });
});

describe('bundleApp', () => {
  it.each([
    ['no place', 'no such line'],
    ['more than one', 'const'],
  ])('refuses an edit that fits %s', async (_, from) => {
    await expect(bundleApp(ROOT, { room: 'fence', from, to: from })).rejects.toThrow('places that read');
  });
});

describe('findShortfalls', () => {
  it('names what a run has not looked at', async () => {
    const { counts } = await runModel({ appDirectory: ROOT, sequences: 3, seed: SEED });
    expect(findShortfalls(new Map([...counts, ['pages found', 0]]))).toEqual(
      expect.arrayContaining(['pages found: 0 of 6']),
    );
  });
});
