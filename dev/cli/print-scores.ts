import type { AppRun } from '../eval/run-app';
import type { RunScores } from '../eval/score-run';

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

const isMember = (name: string): name is keyof EvalScores => name in LABELS;

/** Prints scores for a person, or as one JSON object. */
export const printScores = (scores: EvalScores, { json }: { readonly json: boolean }): void => {
  if (json) {
    console.log(JSON.stringify(scores));
    return;
  }
  const width = Math.max(...Object.values(LABELS).map(({ length }) => length));
  for (const name of Object.keys(LABELS).filter(isMember)) {
    console.log(`${LABELS[name].padEnd(width)}  ${scores[name] ?? 'no answers to look for'}`);
  }
};
