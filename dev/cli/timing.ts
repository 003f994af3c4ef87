import { createRandomNumbers } from '../bench/random-numbers';
import { judgeTiming } from '../timing/judge-timing';
import { measureRefusals } from '../timing/measure-refusals';
import { parseTimingArguments, TIMING_USAGE } from './parse-timing-arguments';
import { printTiming } from './print-timing';
import { runCommand } from './run-command';

const SMALL_BODY = 200;
/** Near the limit of 64 KiB: the larger the body, the more of the time is signing. */
const LARGE_BODY = 60_000;
const SEED = 20_260_115;

/** Exit status 1 when refusals can be told apart by their time. */
runCommand(TIMING_USAGE, async () => {
  const { samples, latencyMs, leakUs } = parseTimingArguments(process.argv.slice(2));
  const settings = [latencyMs, 0].flatMap((latency) =>
    [SMALL_BODY, LARGE_BODY].map((bodyBytes) => ({ samples, latencyMs: latency, bodyBytes, leakUs })),
  );
  let toldApart = 0;
  for (const setting of settings) {
    const latency = setting.latencyMs === 0 ? 'no latency' : `storage latency around ${setting.latencyMs} ms`;
    const title = `${latency}, body of ${setting.bodyBytes} bytes, ${samples} requests of each kind`;
    const times = await measureRefusals(setting, {
      random: createRandomNumbers(SEED),
      onRound: (done, all) => {
        if (done % 1000 === 0) process.stderr.write(`${title}: ${done} of ${all} rounds\n`);
      },
    });
    const pairs = judgeTiming(times, setting);
    printTiming(title, times, pairs);
    toldApart += pairs.filter(({ isToldApart }) => isToldApart).length;
  }
  console.log(toldApart === 0 ? 'No pair of refusals can be told apart.' : `${toldApart} pairs can be told apart.`);
  return toldApart === 0 ? 0 : 1;
});
