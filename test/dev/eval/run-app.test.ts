import { describe, expect, it, jest } from '@jest/globals';
import { budgetOf, runApp } from '../../../dev/eval/run-app';
import { siteAnswering } from '../../support/site-answering';

const QUERIES = [
  { id: 'q1', query: 'zebra' },
  { id: 'q2', query: 'lion' },
];

const found = (...excerpts: readonly string[]) => ({
  status: 200,
  body: JSON.stringify({
    results: [{ page: { id: 'p1' }, excerpts: excerpts.map((markdown) => ({ markdown })) }],
    coverage: { confluenceCalls: 1, points: 6 },
  }),
});

const refused = (status: number, code: string) => ({ status, body: JSON.stringify({ code, detail: 'No.' }) });

describe('runApp', () => {
  it('keeps what a reader sees, and what it cost', async () => {
    const { site } = siteAnswering(found('A **zebra**', '![](x.png)'));
    expect(await runApp(site, QUERIES, budgetOf(200))).toMatchObject({
      run: new Map(QUERIES.map(({ id }) => [id, [{ id: 'p1', excerpts: ['A zebra'] }]])),
      confluenceCalls: 1,
      points: 6,
      maxPageChars: 21,
    });
  });

  it('asks so that the characters of a page are what binds, within the contract', async () => {
    const { site, asked } = siteAnswering(found());
    await runApp(site, QUERIES, budgetOf(1_000));
    expect(asked[0]?.body).toMatchObject({ query: 'zebra', limit: 10, maxChars: 10_000, maxCharsPerPage: 1_000 });
    expect(budgetOf(20_000)).toMatchObject({ maxChars: 50_000, maxCharsPerPage: 20_000 });
  });

  it('leaves so much time between two queries that an hour’s worth of Confluence points lasts', async () => {
    const { site, asked } = siteAnswering(found());
    await runApp(site, QUERIES, budgetOf(200));
    const [first, second] = asked.map(({ atMs }) => atMs);
    const searchesAnHour = 3_600_000 / ((second ?? 0) - (first ?? 0));
    const mostPointsASearch = 3 * 51;
    expect(searchesAnHour * mostPointsASearch).toBeLessThan(5_000);
  });

  it('fails when the excerpts of a page are longer together than was asked for', async () => {
    const { site } = siteAnswering(found('x'.repeat(150), 'y'.repeat(51)));
    await expect(runApp(site, QUERIES, budgetOf(200))).rejects.toThrow(
      'query q1: the excerpts of a page have 201 characters, 200 are allowed',
    );
    await expect(runApp(siteAnswering(found('x'.repeat(200))).site, QUERIES, budgetOf(200))).resolves.toBeDefined();
  });

  it('goes on after a query that cannot be searched for, and says so', async () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const { run } = await runApp(siteAnswering(refused(400, 'invalid_request')).site, QUERIES, budgetOf(200));
    expect(run.get('q1')).toEqual([]);
    expect(said).toHaveBeenCalledWith('query q1 finds nothing: invalid_request: No.\n');
  });

  it.each([
    [refused(429, 'rate_limited'), 'rate_limited: No.'],
    [{ status: 500, body: 'Oops' }, 'HTTP 500: not a reply of this API'],
  ])('fails when the app does', async (answer, message) => {
    await expect(runApp(siteAnswering(answer).site, QUERIES, budgetOf(200))).rejects.toThrow(message);
  });
});
