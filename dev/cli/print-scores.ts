import { LOSSES, type Losses } from '../eval/find-losses';
import type { AppRun } from '../eval/run-app';
import type { RunScores } from '../eval/score-run';
import { printTable } from './print-table';

/** What `npm run eval` measures. */
export type EvalScores = RunScores & Pick<AppRun, 'confluenceCalls' | 'points' | 'maxPageChars'>;

const LABELS: Readonly<Record<keyof EvalScores, string>> = {
  queries: 'queries',
  ndcg10: 'nDCG@10',
  recall10: 'recall@10',
  mrr10: 'MRR@10',
  contained1: 'contained@1',
  contained3: 'contained@3',
  contained5: 'contained@5',
  excerptChars: 'excerpt characters a page, mean',
  maxPageChars: 'excerpt characters a page, Markdown, longest',
  confluenceCalls: 'Confluence calls a search',
  points: 'Confluence points a search',
};

const LOSS_LABELS: Readonly<Record<(typeof LOSSES)[number], string>> = {
  cutting: 'other passages of the page were shown',
  ranking: 'the page is not among the first five',
  retrieval: 'Confluence did not give the page',
  impossible: 'no stretch of that length holds it',
};

const isMember = (name: string): name is keyof EvalScores => name in LABELS;

const countLosses = ({ answers, failures }: Losses): Readonly<Record<string, number>> => ({
  answers,
  ...Object.fromEntries(LOSSES.map((loss) => [loss, failures.filter(({ lost }) => lost === loss).length])),
});

/** Prints scores, and where answers were lost if that was asked for, for a person or as one JSON object. */
export const printScores = (
  scores: EvalScores,
  { losses, json }: { readonly losses: Losses | undefined; readonly json: boolean },
): void => {
  const counts = losses === undefined ? undefined : countLosses(losses);
  if (json) {
    console.log(JSON.stringify({ ...scores, ...(counts === undefined ? {} : { lost: counts }) }));
    return;
  }
  printTable(
    Object.keys(LABELS)
      .filter(isMember)
      .map((name) => [LABELS[name], String(scores[name] ?? '–')]),
  );
  if (losses === undefined || counts === undefined) return;
  console.log(`\nAnswers lost: ${losses.failures.length} of ${losses.answers}`);
  printTable(LOSSES.map((loss) => [`  ${LOSS_LABELS[loss]}`, String(counts[loss])]));
};
