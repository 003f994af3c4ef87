import { describe, expect, it } from '@jest/globals';
import { askConfluence } from '../../../dev/eval/ask-confluence';
import { createTestSite, pageSource } from '../../support/embedded-site';

const site = createTestSite({
  spaces: [{ key: 'ENG' }],
  pages: [
    pageSource({ title: 'Zebras', storage: `<p>The zebra &amp; its stripes. ${'More. '.repeat(99)}</p>` }),
    pageSource({ title: 'Lions', storage: '<p>A lion and no zebra</p>' }),
    pageSource({ title: 'Query language', storage: '<p>not or and to C++ a/b why</p>' }),
  ],
});

const idsFor = (question: string): readonly string[] => askConfluence(site, 'text', question).map(({ id }) => id);

describe('askConfluence', () => {
  it('gives the pages that have every word, with excerpts as a reader sees them', () => {
    const hits = askConfluence(site, 'text', 'zebra stripes');
    expect(hits).toMatchObject([
      { id: 'Zebras', excerpts: [expect.stringMatching(/^The zebra & its stripes\. More/)] },
    ]);
    expect(hits[0]?.excerpts[0]?.length).toBeLessThanOrEqual(320);
    expect(idsFor('zebra giraffe')).toEqual([]);
  });

  it.each([
    ['"zebra" stripes?', ['Zebras']],
    ['(zebra) [stripes] {its}: ^more~', ['Zebras']],
    ['*zebra -stripes +more! \\', ['Zebras']],
    ['"zebra stripes', ['Zebras']],
    ['lion AND zebra', ['Lions']],
    ['C++ OR a/b && NOT why || TO', ['Query language']],
    ['?!', []],
  ])('asks %s as words', (question, ids) => {
    expect(idsFor(question)).toEqual(ids);
  });

  it('fails when Confluence refuses the query', () => {
    expect(() => askConfluence(site, 'siteSearch', 'zebra')).toThrow('siteSearch ~ "zebra": HTTP 400');
  });
});
