import { storageToText } from '../confluence/search/storage-text';
import type { LocalSite } from '../site/local-site';
import type { AskedSite } from './ask-app';
import { askConfluence } from './ask-confluence';
import type { EvalQuery, EvalSet } from './eval-set';
import type { Run } from './run';
import { budgetOf, runApp } from './run-app';
import { scoreRun } from './score-run';

/** Characters of excerpt a page: as many as Confluence gives, and as many as the app gives unless told otherwise. */
const [SHORT, LONG] = [320, 1_000];

export type PeerScores = {
  readonly ndcg10: number;
  readonly recall10: number;
  /** With 320 characters a page. */
  readonly containedShort: number | null;
  /** With 1,000 characters a page; absent for what cannot show as many. */
  readonly containedLong?: number | null;
};

export type PeerComparison = {
  readonly queries: number;
  readonly app: PeerScores;
  /** `text ~ "<question>"`, with Confluence's ranking and excerpts. */
  readonly text: PeerScores;
  /** `siteSearch ~ "<question>"`, likewise. */
  readonly siteSearch: PeerScores;
  /** The beginning of each page, in the app's order. */
  readonly opening: PeerScores;
  /** Queries for which Confluence finds something, asked in either way, and the app nothing. */
  readonly foundByPeersAlone: readonly string[];
  /** Means a search of the app's. */
  readonly confluenceCalls: number;
  readonly points: number;
};

/** A site, as far as the systems need it. */
type ComparedSite = AskedSite & Pick<LocalSite, 'confluence'>;

const runConfluence = (site: ComparedSite, field: 'text' | 'siteSearch', queries: readonly EvalQuery[]): Run =>
  new Map(queries.map(({ id, query }) => [id, askConfluence(site, field, query)]));

const withOpenings = (run: Run, texts: ReadonlyMap<string, string>, length: number): Run =>
  new Map(
    [...run].map(([queryId, hits]) => [
      queryId,
      hits.map(({ id }) => ({ id, excerpts: [(texts.get(id) ?? '').slice(0, length)] })),
    ]),
  );

const score = (set: EvalSet, short: Run, long?: Run): PeerScores => {
  const { ndcg10, recall10, contained5 } = scoreRun(set, short);
  const scores = { ndcg10, recall10, containedShort: contained5 };
  return long === undefined ? scores : { ...scores, containedLong: scoreRun(set, long).contained5 };
};

/**
 * Holds the app against other ways to get at the same pages on the same site, each scored the same way.
 *
 * @param site started with site search
 * @param storage bodies in storage format, by page id
 * @throws {SiteError} when a search fails
 */
export const comparePeers = async (
  site: ComparedSite,
  set: EvalSet,
  storage: ReadonlyMap<string, string>,
): Promise<PeerComparison> => {
  const { queries } = set;
  const short = await runApp(site, queries, budgetOf(SHORT));
  const long = await runApp(site, queries, budgetOf(LONG));
  const [text, siteSearch] = [runConfluence(site, 'text', queries), runConfluence(site, 'siteSearch', queries)];
  const texts = new Map([...storage].map(([id, body]) => [id, storageToText(body)]));
  const isEmpty = (run: Run, id: string): boolean => (run.get(id) ?? []).length === 0;
  return {
    queries: queries.length,
    app: score(set, short.run, long.run),
    text: score(set, text),
    siteSearch: score(set, siteSearch),
    opening: score(set, withOpenings(short.run, texts, SHORT), withOpenings(long.run, texts, LONG)),
    foundByPeersAlone: queries
      .map(({ id }) => id)
      .filter((id) => isEmpty(long.run, id) && !(isEmpty(text, id) && isEmpty(siteSearch, id))),
    confluenceCalls: long.confluenceCalls,
    points: long.points,
  };
};
