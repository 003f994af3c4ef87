import { randomInt } from 'node:crypto';
import { createProgress } from '../eval/progress';
import { startFuzzSite } from '../fuzz/fuzz-site';
import { judgeFuzz } from '../fuzz/judge-fuzz';
import { runFuzz } from '../fuzz/run-fuzz';
import { FUZZ_USAGE, parseFuzzArguments } from './parse-fuzz-arguments';
import { printFuzz } from './print-fuzz';
import { runCommand } from './run-command';

const SEEDS = 1_000_000;

runCommand(FUZZ_USAGE, async () => {
  const { requests, seed, json } = parseFuzzArguments(process.argv.slice(2), () => randomInt(SEEDS));
  process.stderr.write(`Fuzzing with the seed ${seed} …\n`);
  const fuzzed = await startFuzzSite();
  try {
    const report = await runFuzz(fuzzed, { seed, requests, onSent: createProgress('sent', requests) });
    return printFuzz(report, judgeFuzz(report), json);
  } finally {
    await fuzzed.close();
  }
});
