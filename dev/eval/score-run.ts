import type { EvalSet } from './eval-set';
import { rankOfAnswer } from './rank-of-answer';
import type { Hit, Run } from './run';
import { scoreRanking } from './score-ranking';

/** Means over the judged queries, to three decimals. */
export type RunScores = {
  /** How many are judged. */
  readonly queries: number;
  readonly ndcg10: number;
  readonly recall10: number;
  readonly mrr10: number;
  /** Share of the queries with answers for which one of the first 1, 3, 5 hits shows one; null where the set has none. */
  readonly contained1: number | null;
  readonly contained3: number | null;
  readonly contained5: number | null;
  /** Length of a page's excerpts together, first five hits, in UTF-16 code units; null when nothing was found at all. */
  readonly excerptChars: number | null;
};

const EXCERPT_DEPTH = 5;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const round = (value: number): number => Number(value.toFixed(3));
const meanOrNull = (values: readonly number[]): number | null => (values.length === 0 ? null : round(mean(values)));

const meanExcerptLength = (hits: readonly Hit[]): number =>
  mean(hits.slice(0, EXCERPT_DEPTH).map(({ excerpts }) => excerpts.join('\n').length));

/** Scores a run; a judged query that the run does not have scores 0. */
export const scoreRun = ({ queries, judgements, answers }: EvalSet, run: Run): RunScores => {
  const judged = queries.flatMap(({ id }) => {
    const judgement = judgements.get(id);
    return judgement === undefined ? [] : [{ id, judgement, hits: run.get(id) ?? [] }];
  });
  const rankings = judged.map(({ hits, judgement }) => scoreRanking(hits, judgement));
  const answerRanks = judged.flatMap(({ id, hits }) => {
    const wanted = answers.get(id);
    return wanted === undefined ? [] : [rankOfAnswer(hits, wanted)];
  });
  const contained = (depth: number): number | null => meanOrNull(answerRanks.map((rank) => (rank <= depth ? 1 : 0)));
  return {
    queries: judged.length,
    ndcg10: round(mean(rankings.map(({ ndcg10 }) => ndcg10))),
    recall10: round(mean(rankings.map(({ recall10 }) => recall10))),
    mrr10: round(mean(rankings.map(({ mrr10 }) => mrr10))),
    contained1: contained(1),
    contained3: contained(3),
    contained5: contained(5),
    excerptChars: meanOrNull(judged.flatMap(({ hits }) => (hits.length === 0 ? [] : [meanExcerptLength(hits)]))),
  };
};
