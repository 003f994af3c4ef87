import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { parseManifest } from '../platform/parse-manifest';
import { bundleApp, type SourceEdit } from './bundle-app';
import { loadApp } from './load-app';
import { seedTrial, type SeedOptions } from './seed-trial';
import { advanceClock } from './steps/clock-step';
import { KEY_CHANGES } from './steps/key-steps';
import { spacesStep, statusStep } from './steps/list-steps';
import { pageOnStep } from './steps/page-on-step';
import { PAGE_CHANGES } from './steps/page-steps';
import { readStep } from './steps/read-step';
import { searchStep } from './steps/search-step';
import { SITE_SETTINGS } from './steps/site-settings-steps';
import { SPACE_SETTINGS } from './steps/space-settings-steps';
import { SPACE_CHANGES } from './steps/space-steps';
import { weigh } from './steps/step';
import { createTally, type Counts } from './tally';
import { createTokens } from './tokens';

export type ModelOptions = {
  readonly appDirectory: string;
  readonly sequences: number;
  readonly seed: number;
  /** A change of the app under test, to see whether it is noticed. */
  readonly edit?: SourceEdit;
  /** Where fast-check found a failure: shows that one again. */
  readonly path?: string;
  readonly replayPath?: string;
  /** Shows a failure as it was found, at once. */
  readonly endOnFailure?: boolean;
  /** Called after each sequence. */
  readonly onProgress?: (sequences: number) => void;
};

export type ModelOutcome = {
  /** What fast-check reports: seed, path and the shortest sequence that fails. */
  readonly failure?: string;
  readonly counts: Counts;
};

const MAX_COMMANDS = 60;

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const seeds: fc.Arbitrary<SeedOptions> = fc.record({
  indexLagMs: fc.constantFrom(0, 0, 60_000, 600_000),
  open: fc.array(fc.constantFrom(true, true, false), { minLength: 4, maxLength: 4 }),
});

const commandsOf = (replayPath: string | undefined) =>
  fc.commands(
    [
      fc.oneof(
        ...[weigh(searchStep), weigh(readStep), weigh(pageOnStep), weigh(spacesStep), weigh(statusStep)],
        ...PAGE_CHANGES,
        ...SPACE_CHANGES,
        ...SPACE_SETTINGS,
        ...SITE_SETTINGS,
        ...KEY_CHANGES,
        weigh(advanceClock),
      ),
    ],
    { maxCommands: MAX_COMMANDS, size: 'max', ...(replayPath === undefined ? {} : { replayPath }) },
  );

/**
 * Runs random sequences of what people do in Confluence, admins in the app and callers outside it, against the bundled app
 * on a stand-in, and holds every reply, log line and record against an independent account of what may be seen.
 */
export const runModel = async (options: ModelOptions): Promise<ModelOutcome> => {
  const { appDirectory, sequences, seed, edit, path: failurePath, replayPath, onProgress } = options;
  const manifest = parseManifest(await readFile(path.join(appDirectory, 'manifest.yml'), 'utf8'));
  const app = loadApp(await bundleApp(appDirectory, edit));
  const [tokens, tally, unauthorized] = [createTokens(), createTally(), {}];
  const property = fc.asyncProperty(seeds, commandsOf(replayPath), async (seeded, commands) => {
    const trial = await seedTrial({ app, manifest, tokens, tally, unauthorized }, seeded);
    await fc.asyncModelRun(() => ({ model: trial, real: trial }), commands);
    tally.count('sequences');
    onProgress?.(tally.counts().get('sequences') ?? 0);
  });
  const details = await fc.check(property, {
    numRuns: sequences,
    seed,
    endOnFailure: options.endOnFailure ?? false,
    ...(failurePath === undefined ? {} : { path: failurePath }),
  });
  return {
    ...(details.failed
      ? { failure: [describe(details.errorInstance), fc.defaultReportMessage(details)].join('\n') }
      : {}),
    counts: tally.counts(),
  };
};
