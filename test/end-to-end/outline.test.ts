import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { contentFile } from '../support/content-file';
import { notesIn } from '../support/found-pages';
import { useRunningSite, type ApiAnswer } from '../support/running-site';

const content = contentFile([
  { space: 'ENG', title: 'Short', storage: '<h1>Errors</h1><p>zebra</p><h3>Body &amp; head</h3><p>more</p>' },
  { space: 'ENG', title: 'Long', storage: `${'<h2>part</h2>'.repeat(5_000)}<p>okapi</p>` },
]);
const { search } = useRunningSite({ contentPaths: [content], open: 'all' });

const heading = v.object({ level: v.number(), text: v.string() });
const outlineIn = ({ body }: ApiAnswer) =>
  v.parse(v.object({ results: v.tuple([v.object({ outline: v.optional(v.array(heading)) })]) }), body).results[0]
    .outline;

describe('the outline of a search result', () => {
  it('has the levels and texts of the headings, where it is asked for', async () => {
    expect(outlineIn(await search('zebra', { outline: true }))).toEqual([
      { level: 1, text: 'Errors' },
      { level: 3, text: 'Body & head' },
    ]);
    expect(outlineIn(await search('zebra'))).toBeUndefined();
  });

  it('ends after 200 headings, and says so', async () => {
    const answer = await search('okapi', { outline: true });
    expect(outlineIn(answer)).toHaveLength(200);
    expect(notesIn(answer)).toContain('excerpts_cut');
    expect(notesIn(await search('okapi'))).not.toContain('excerpts_cut');
  });
});
