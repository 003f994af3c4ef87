import { describe, expect, it } from '@jest/globals';
import { comparePeers } from '../../../dev/eval/compare-peers';
import type { EvalSet } from '../../../dev/eval/eval-set';
import { createTestSite, pageSource } from '../../support/embedded-site';
import { siteAnswering } from '../../support/site-answering';

const STORAGE = '<p>A zebra.</p>';
const { confluence } = createTestSite(
  { spaces: [{ key: 'ENG' }], pages: [pageSource({ title: 'Zebras', storage: STORAGE })] },
  { siteSearch: true },
);

const set: EvalSet = {
  pagesFile: '',
  queries: [
    { id: 'q1', query: 'zebra' },
    { id: 'q2', query: 'giraffe' },
  ],
  judgements: new Map([['q1', new Map([['Zebras', 1]])]]),
  answers: new Map([['q1', [{ pageId: 'Zebras', text: 'zebra' }]]]),
};

const compare = (results: readonly unknown[]) => {
  const body = JSON.stringify({ results, coverage: { confluenceCalls: 1, points: 2 } });
  const site = { ...siteAnswering({ status: 200, body }).site, confluence };
  return comparePeers(site, set, new Map([['Zebras', STORAGE]]));
};

describe('comparePeers', () => {
  it('scores every system on its own hits and excerpts', async () => {
    const page = { page: { id: 'Zebras' }, excerpts: [{ markdown: 'Nothing of it.' }] };
    expect(await compare([page])).toMatchObject({
      app: { ndcg10: 1, containedShort: 0, containedLong: 0 },
      text: { ndcg10: 1, containedShort: 1 },
      siteSearch: { ndcg10: 1, containedShort: 1 },
      opening: { ndcg10: 1, containedShort: 1, containedLong: 1 },
      foundByPeersAlone: [],
    });
  });

  it('names the queries that only Confluence finds something for', async () => {
    expect((await compare([])).foundByPeersAlone).toEqual(['q1']);
  });
});
