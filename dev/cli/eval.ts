import { writeFile } from 'node:fs/promises';
import { loadContent } from '../content/load-content';
import { comparePeers } from '../eval/compare-peers';
import type { EvalSet } from '../eval/eval-set';
import { findLosses } from '../eval/find-losses';
import { loadEvalSet } from '../eval/load-eval-set';
import { budgetOf, runApp } from '../eval/run-app';
import { scoreRun } from '../eval/score-run';
import { toJsonLines } from '../eval/to-json-lines';
import { startLocalSite, type LocalSite } from '../site/local-site';
import { SiteError } from '../site/site-error';
import { DEFAULT_SITE_OPTIONS } from '../site/site-options';
import { EVAL_USAGE, parseEvalArguments, type EvalArguments } from './parse-eval-arguments';
import { printPeers } from './print-peers';
import { printScores } from './print-scores';
import { runCommand } from './run-command';

type Task<Mode extends EvalArguments['mode']> = {
  readonly site: LocalSite;
  readonly set: EvalSet;
  readonly asked: Extract<EvalArguments, { readonly mode: Mode }>;
};

const writeLines = async (file: string | undefined, values: Iterable<unknown>): Promise<void> => {
  if (file === undefined) return;
  await writeFile(file, toJsonLines(values)).catch((cause: unknown) => {
    throw new SiteError(`${file}: cannot be written`, { cause });
  });
};

const readBodies = async (set: EvalSet): Promise<ReadonlyMap<string, string>> => {
  const { pages } = await loadContent([set.pagesFile]);
  return new Map(pages.flatMap(({ id, storage }) => (id === undefined ? [] : [[id, storage]])));
};

const measureApp = async ({ site, set, asked }: Task<'app'>): Promise<number> => {
  const { maxCharsPerPage, runFile, ceiling, failuresFile, json } = asked;
  const appRun = await runApp(site, set.queries, budgetOf(maxCharsPerPage));
  await writeLines(
    runFile,
    [...appRun.run].map(([qid, hits]) => ({ qid, hits })),
  );
  const losses = ceiling
    ? findLosses(site, { set, storage: await readBodies(set), appRun, maxCharsPerPage })
    : undefined;
  await writeLines(failuresFile, losses?.failures ?? []);
  const { confluenceCalls, points, maxPageChars } = appRun;
  printScores({ ...scoreRun(set, appRun.run), confluenceCalls, points, maxPageChars }, { losses, json });
  return 0;
};

const measurePeers = async ({ site, set, asked }: Task<'peers'>): Promise<number> => {
  const comparison = await comparePeers(site, set, await readBodies(set));
  printPeers(comparison, asked);
  if (comparison.foundByPeersAlone.length === 0) return 0;
  process.stderr.write(`the app finds nothing for: ${comparison.foundByPeersAlone.join(', ')}\n`);
  return 1;
};

runCommand(EVAL_USAGE, async () => {
  const asked = parseEvalArguments(process.argv.slice(2));
  const set = await loadEvalSet(asked.data);
  process.stderr.write('Starting the local site …\n');
  const siteSearch = asked.mode === 'peers';
  const site = await startLocalSite({
    ...DEFAULT_SITE_OPTIONS,
    contentPaths: [set.pagesFile],
    open: 'all',
    siteSearch,
  });
  try {
    return await (asked.mode === 'peers' ? measurePeers({ site, set, asked }) : measureApp({ site, set, asked }));
  } finally {
    await site.close();
  }
});
