import { describe, expect, it } from '@jest/globals';
import type { EvalSet } from '../../../dev/eval/eval-set';
import { heldShare } from '../../../dev/eval/held-share';
import type { Hit } from '../../../dev/eval/run';
import { scoreRun } from '../../../dev/eval/score-run';

const hit = (id: string, ...excerpts: readonly string[]): Hit => ({ id, excerpts });

const evalSet = (
  judgements: Readonly<Record<string, Readonly<Record<string, number>>>>,
  answers: EvalSet['answers'] = new Map(),
): EvalSet => ({
  pagesFile: '',
  queries: ['q1', 'q2', 'unjudged'].map((id) => ({ id, query: id })),
  judgements: new Map(Object.entries(judgements).map(([id, pages]) => [id, new Map(Object.entries(pages))])),
  answers,
});

describe('scoreRun', () => {
  it('discounts by rank, and divides by the best order that there could be', () => {
    const set = evalSet({ q1: { a: 1, b: 1, c: 0 } });
    const scores = scoreRun(set, new Map([['q1', [hit('x'), hit('a'), hit('c'), hit('b')]]]));
    const best = 1 + 1 / Math.log2(3);
    const ndcg = (1 / Math.log2(3) + 1 / Math.log2(5)) / best;
    expect(scores).toMatchObject({ queries: 1, recall10: 1, mrr10: 0.5, ndcg10: Number(ndcg.toFixed(3)) });
  });

  it('gives a more relevant page more', () => {
    const set = evalSet({ q1: { good: 1, better: 2 } });
    const scores = scoreRun(set, new Map([['q1', [hit('good'), hit('better')]]]));
    expect(scores.ndcg10).toBe(Number(((1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3))).toFixed(3)));
  });

  it('counts a judged query that found nothing as 0, and leaves one that is not judged out', () => {
    const scores = scoreRun(evalSet({ q1: { a: 1 }, q2: { a: 1 } }), new Map([['q1', [hit('a')]]]));
    expect(scores).toMatchObject({ queries: 2, ndcg10: 0.5, recall10: 0.5, mrr10: 0.5 });
  });

  it('looks no further than the tenth hit', () => {
    const hits = Array.from({ length: 10 }, (_, index) => hit(`x${index}`));
    const set = evalSet({ q1: { a: 1 } });
    expect(scoreRun(set, new Map([['q1', [...hits, hit('a')]]]))).toMatchObject({ recall10: 0, mrr10: 0 });
    expect(scoreRun(set, new Map([['q1', [...hits.slice(1), hit('a')]]]))).toMatchObject({ recall10: 1, mrr10: 0.1 });
  });

  it('finds an answer at its rank, on its own page only', () => {
    const answers = new Map([['q1', [{ pageId: 'a', text: 'forty-two zebras' }]]]);
    const hits = [hit('x', 'forty-two zebras'), hit('a', 'There are', 'forty two zebras.')];
    const scores = scoreRun(evalSet({ q1: { a: 1 } }, answers), new Map([['q1', hits]]));
    expect(scores).toMatchObject({ contained1: 0, contained3: 1, contained5: 1 });
  });

  it('has no share of contained answers where the set has none', () => {
    const scores = scoreRun(evalSet({ q1: { a: 1 } }), new Map([['q1', [hit('a', 'text')]]]));
    expect(scores).toMatchObject({ contained1: null, contained3: null, contained5: null });
  });

  it('measures the excerpts of a page together, over the first five hits of what was found', () => {
    const hits = [hit('a', 'four', 'five5'), ...['b', 'c', 'd', 'e'].map((id) => hit(id)), hit('f', 'not counted')];
    const scores = scoreRun(evalSet({ q1: { a: 1 }, q2: { a: 1 } }), new Map([['q1', hits]]));
    expect(scores.excerptChars).toBe(2);
  });
});

describe('heldShare', () => {
  it.each([
    ['a fact that stands there', ['… the 75 staff'], '75', 1],
    ['a fact in other case and with other signs', ['Pizza-Street, NEW YORK'], 'pizza street (New York)', 1],
    ['a fact in parts', ['pizza in a street'], 'pizza street', 0],
    ['a fact over two excerpts', ['pizza', 'street'], 'pizza street', 0],
    ['a part of a word', ['175'], '75', 0],
    ['an answer without a word', ['text'], '…', 0],
    ['a long answer in parts', ['one two three', 'four five six seven'], 'one two three four five six seven', 1],
    ['a part of a long answer', ['seven six'], 'one two three four five six seven', 2 / 7],
    ['repeats as often as they stand there', ['a a'], 'a a a a a a a', 2 / 7],
  ])('of %s', (_, excerpts, answer, share) => {
    expect(heldShare(excerpts, answer)).toBe(share);
  });
});
