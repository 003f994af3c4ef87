import { writeFile } from 'node:fs/promises';
import { formatRun } from '../eval/format-run';
import { loadEvalSet } from '../eval/load-eval-set';
import { budgetOf, runApp } from '../eval/run-app';
import { scoreRun } from '../eval/score-run';
import { startLocalSite } from '../site/local-site';
import { SiteError } from '../site/site-error';
import { DEFAULT_SITE_OPTIONS } from '../site/site-options';
import { EVAL_USAGE, parseEvalArguments } from './parse-eval-arguments';
import { printScores } from './print-scores';
import { runCommand } from './run-command';

const writeRun = async (file: string, text: string): Promise<void> => {
  await writeFile(file, text).catch((cause: unknown) => {
    throw new SiteError(`${file}: cannot be written`, { cause });
  });
};

runCommand(EVAL_USAGE, async () => {
  const { data, maxCharsPerPage, runFile, json } = parseEvalArguments(process.argv.slice(2));
  const set = await loadEvalSet(data);
  process.stderr.write('Starting the local site …\n');
  const site = await startLocalSite({ ...DEFAULT_SITE_OPTIONS, contentPaths: [set.pagesFile], open: 'all' });
  try {
    const { run, ...costs } = await runApp(site, set.queries, budgetOf(maxCharsPerPage));
    if (runFile !== undefined) await writeRun(runFile, formatRun(run));
    printScores({ ...scoreRun(set, run), ...costs }, { json });
    return 0;
  } finally {
    await site.close();
  }
});
