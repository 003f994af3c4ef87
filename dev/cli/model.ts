import { resolve } from 'node:path';
import { BROKEN_APPS } from '../model/broken-apps';
import { findShortfalls } from '../model/find-shortfalls';
import { runModel } from '../model/run-model';
import { MODEL_USAGE, parseModelArguments, type ModelArguments } from './parse-model-arguments';
import { printTable } from './print-table';
import { runCommand } from './run-command';
import { UsageError } from './usage-error';

const ROOT = resolve(__dirname, '../..');
const PROGRESS_EVERY = 500;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(0)} s`;

const runSound = async (given: Omit<ModelArguments, 'broken' | 'only'>): Promise<number> => {
  const since = performance.now();
  const { failure, counts } = await runModel({
    ...given,
    appDirectory: ROOT,
    onProgress: (done) => {
      if (done % PROGRESS_EVERY === 0) process.stderr.write(`${done} of ${given.sequences}, ${seconds(since)}\n`);
    },
  });
  printTable([...counts].map(([what, count]) => [what, String(count)]));
  console.log(`seed ${given.seed}, ${seconds(since)}`);
  if (failure !== undefined) {
    console.error(failure);
    return 1;
  }
  const shortfalls = given.path === undefined ? findShortfalls(counts) : [];
  for (const what of shortfalls) console.error(`too few to prove anything: ${what}`);
  return shortfalls.length === 0 ? 0 : 1;
};

const runBroken = async ({
  sequences,
  seed,
  only,
}: Pick<ModelArguments, 'sequences' | 'seed' | 'only'>): Promise<number> => {
  const unknown = only.filter((wanted) => BROKEN_APPS.every(({ name }) => name !== wanted));
  if (unknown.length > 0) throw new UsageError(`there is no app that ${unknown.join(', or ')}`);
  let missed = 0;
  for (const { name, edit } of BROKEN_APPS.filter((app) => only.length === 0 || only.includes(app.name))) {
    const { failure, counts } = await runModel({
      appDirectory: ROOT,
      sequences,
      seed,
      edit,
      endOnFailure: true,
    });
    if (failure === undefined) missed += 1;
    const outcome = failure === undefined ? 'NOT NOTICED' : `noticed after ${counts.get('sequences') ?? 0}`;
    console.log(`${outcome}: an app that ${name}${failure === undefined ? '' : ` (${failure.split('\n')[0] ?? ''})`}`);
  }
  return missed === 0 ? 0 : 1;
};

runCommand(MODEL_USAGE, async () => {
  const { broken, only, ...given } = parseModelArguments(process.argv.slice(2));
  return broken ? runBroken({ ...given, only }) : runSound(given);
});
