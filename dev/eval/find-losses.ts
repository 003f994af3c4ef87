import type { LocalSite } from '../site/local-site';
import { canHoldAnswer } from './can-hold-answer';
import type { EvalAnswer, EvalQuery, EvalSet } from './eval-set';
import { rankCandidates } from './rank-candidates';
import { rankOfAnswer } from './rank-of-answer';
import type { AppRun } from './run-app';

/** Where an answer is lost; the further down, the earlier on the way. */
export const LOSSES = [
  /** Its page is among the first five, and another choice of passages would have shown it. */
  'cutting',
  /** Its page is not among the first five. */
  'ranking',
  /** Confluence did not give the app its page. */
  'retrieval',
  /** No stretch of its page within the characters holds it: nothing would have shown it. */
  'impossible',
] as const;
export type Loss = (typeof LOSSES)[number];

/** A query for which none of the first five hits shows an answer. */
export type Failure = {
  readonly qid: string;
  readonly query: string;
  readonly lost: Loss;
  readonly pageId: string;
  /** Of the page among all candidates, from 1; null when it is none of them. */
  readonly rank: number | null;
  readonly answer: string;
  /** What was shown of the page, if it is one of the results. */
  readonly excerpts: readonly string[];
};

export type Losses = {
  /** Queries that have an answer. */
  readonly answers: number;
  readonly failures: readonly Failure[];
};

export type LossInput = {
  readonly set: EvalSet;
  /** Bodies in storage format, by page id. */
  readonly storage: ReadonlyMap<string, string>;
  readonly appRun: AppRun;
  readonly maxCharsPerPage: number;
};

const DEPTH = 5;

const judgeLoss = (rank: number | null, isPossible: boolean): Loss => {
  if (!isPossible) return 'impossible';
  if (rank === null) return 'retrieval';
  return rank > DEPTH ? 'ranking' : 'cutting';
};

/** The failure to show any of the answers: the one that came furthest stands for all. */
const describeFailure = (
  { id: qid, query }: EvalQuery,
  answers: readonly EvalAnswer[],
  {
    input: { storage, appRun, maxCharsPerPage },
    ranked,
  }: { readonly input: LossInput; readonly ranked: readonly string[] },
): readonly Failure[] => {
  const failures = answers.map((answer): Failure => {
    const { pageId, text } = answer;
    const place = ranked.indexOf(pageId);
    const rank = place < 0 ? null : place + 1;
    const isPossible = canHoldAnswer(storage.get(pageId) ?? '', answer, maxCharsPerPage);
    const excerpts = appRun.run.get(qid)?.find(({ id }) => id === pageId)?.excerpts ?? [];
    return { qid, query, lost: judgeLoss(rank, isPossible), pageId, rank, answer: text, excerpts };
  });
  return failures.sort((a, b) => LOSSES.indexOf(a.lost) - LOSSES.indexOf(b.lost)).slice(0, 1);
};

/** Says for each query whose answer the app did not show where it was lost. */
export const findLosses = (site: Pick<LocalSite, 'confluence'>, input: LossInput): Losses => {
  const { set, appRun } = input;
  const asked = set.queries.flatMap((query) => {
    const answers = set.judgements.has(query.id) ? set.answers.get(query.id) : undefined;
    return answers === undefined ? [] : [{ query, answers }];
  });
  const failures = asked.flatMap(({ query, answers }) => {
    if (rankOfAnswer(appRun.run.get(query.id) ?? [], answers) <= DEPTH) return [];
    const ranked = rankCandidates(site, query.query, appRun.confluenceSearches.get(query.id) ?? []);
    return describeFailure(query, answers, { input, ranked });
  });
  return { answers: asked.length, failures };
};
