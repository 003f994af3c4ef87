import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { BROKEN_APPS } from '../../../dev/model/broken-apps';
import { bundleApp } from '../../../dev/model/bundle-app';
import { findShortfalls } from '../../../dev/model/find-shortfalls';
import { runModel } from '../../../dev/model/run-model';

const ROOT = resolve(__dirname, '../../..');
const SEED = 20_261;

/** Some that are noticed soon, one of each kind; `npm run model -- --broken` tries all. */
const SOON_NOTICED = [
  'lets through what is in a space that is not open',
  'ignores excluded trees',
  'ignores what the space excludes',
  'keeps the registry of the request before',
  'searches while paused',
  'goes on accepting a revoked key',
  'tells a hidden page from a missing one by the code',
  'lets anybody change a space',
  'writes requests to the log',
  'keeps titles in storage',
];

describe('runModel', () => {
  it('finds the app to keep every promise, and sees enough of it', async () => {
    const { failure, counts } = await runModel({ appDirectory: ROOT, sequences: 120, seed: SEED });
    expect(failure).toBeUndefined();
    expect(findShortfalls(counts)).toEqual([]);
  });

  it.each(SOON_NOTICED)('notices an app that %s', async (wanted) => {
    const edit = BROKEN_APPS.find(({ name }) => name === wanted)?.edit ?? { room: '', from: wanted, to: '' };
    const { failure } = await runModel({
      appDirectory: ROOT,
      sequences: 100,
      seed: SEED,
      edit,
      endOnFailure: true,
    });
    expect(failure).toContain('Counterexample');
  });
});

describe('bundleApp', () => {
  it.each(BROKEN_APPS)('finds the place to break for an app that $name', async ({ edit }) => {
    expect(await bundleApp(ROOT, edit)).not.toBe('');
  });

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
