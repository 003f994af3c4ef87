import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { array, number, parse } from 'valibot';

/** Runs in an isolate of its own, where V8 counts nothing but what is measured. */
const COUNTER = `
const { parentPort, workerData } = require('node:worker_threads');
const { Session } = require('node:inspector');
const { runInThisContext } = require('node:vm');
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
const measured = { exports: {} };
runInThisContext('(function (module) {' + workerData.code + '})', { filename: 'measured.js' })(measured);
const takeSteps = () => {
  let steps = 0;
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    for (const { url, functions } of result)
      if (url === 'measured.js') for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  });
  return steps;
};
const stepsOf = (input) => {
  takeSteps();
  measured.exports[workerData.name](input);
  return takeSteps();
};
parentPort.postMessage(workerData.inputs.map(stepsOf));
`;

/** A function of a file of the repository. */
type Counted = { readonly file: string; readonly name: string };

/**
 * Counts how often the functions, branches and loop bodies run that a function needs for each of its inputs, as V8 counts
 * them for test coverage: steps instead of seconds, the same on every machine. What built-in functions do inside is not
 * counted.
 */
export const countSteps = async ({ file, name }: Counted, inputs: readonly string[]): Promise<readonly number[]> => {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, '..', '..', file)],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    write: false,
  });
  const code = outputFiles.map(({ text }) => text).join('');
  const worker = new Worker(COUNTER, { eval: true, workerData: { code, name, inputs } });
  return new Promise((resolve, reject) => {
    worker.once('message', (steps: unknown) => {
      resolve(parse(array(number()), steps));
    });
    worker.once('error', reject);
  });
};
