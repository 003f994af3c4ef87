import { FLOORS, judge } from '../bench/floors';
import { loadBenchMaterial } from '../bench/load-bench-material';
import { runBench } from '../bench/run-bench';
import { writeSyntheticMaterial } from '../bench/synthetic-pages';
import { BENCH_USAGE, parseBenchArguments } from './parse-bench-arguments';
import { printFigures } from './print-figures';
import { runCommand } from './run-command';

const LONG_PAGES = { pages: 150, blocks: [6, 60] } as const;
const SHORT_PAGES = { pages: 60, blocks: [2, 6] } as const;

runCommand(BENCH_USAGE, async () => {
  const { folder, json } = parseBenchArguments(process.argv.slice(2));
  const plan = {
    material: folder === undefined ? writeSyntheticMaterial(LONG_PAGES) : await loadBenchMaterial(folder),
    memoryMaterial: writeSyntheticMaterial(SHORT_PAGES),
    conversionRounds: 9,
    largeAnswerRounds: 9,
    searches: 30,
    latencies: { confluenceMs: 150, kvsMs: 40 },
    memoryRuns: { before: 100, after: 1000 },
  };
  const figures = await runBench(plan, (what) => {
    process.stderr.write(`Measuring ${what} …\n`);
  });
  return printFigures(
    figures.map((figure) => judge(figure, FLOORS)),
    json,
  );
});
