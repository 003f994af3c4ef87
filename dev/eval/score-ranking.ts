import type { Judgement } from './eval-set';
import type { Hit } from './run';

export type RankingScores = { readonly ndcg10: number; readonly recall10: number; readonly mrr10: number };

const DEPTH = 10;

/** Gain 2^relevance − 1, discounted by log2(rank + 1). */
const discountedGain = (relevances: readonly number[]): number =>
  relevances.reduce((sum, relevance, index) => sum + (2 ** relevance - 1) / Math.log2(index + 2), 0);

/** Scores the first ten hits of one query. */
export const scoreRanking = (hits: readonly Hit[], judgement: Judgement): RankingScores => {
  const found = hits.slice(0, DEPTH).map(({ id }) => judgement.get(id) ?? 0);
  const best = [...judgement.values()].sort((a, b) => b - a).slice(0, DEPTH);
  const relevant = [...judgement.values()].filter((relevance) => relevance > 0).length;
  const first = found.findIndex((relevance) => relevance > 0);
  return {
    ndcg10: relevant === 0 ? 0 : discountedGain(found) / discountedGain(best),
    recall10: relevant === 0 ? 0 : found.filter((relevance) => relevance > 0).length / relevant,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
  };
};
