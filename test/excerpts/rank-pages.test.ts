import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { QueryTerms } from '../../src/excerpts/query-terms';
import { rankPages, type CandidatePage, type RankedPage } from '../../src/excerpts/rank-pages';
import { tokenize } from '../../src/excerpts/tokenize';

const terms = (words: string, more: Partial<QueryTerms> = {}): QueryTerms => ({
  words: tokenize(words),
  phrases: [],
  identifiers: [],
  ...more,
});

const page = (id: string, title: string, ...paragraphs: readonly string[]): CandidatePage => ({
  id,
  title,
  storage: paragraphs.map((text) => (text.startsWith('<') ? text : `<p>${text}</p>`)).join(''),
});

const filler = (id: string): CandidatePage => page(id, `Lunch ${id}`, 'The canteen opens at noon.', 'Bring a tray.');

const idsOf = (ranked: readonly RankedPage[]): readonly string[] => ranked.map(({ id }) => id);

const only = (candidate: CandidatePage, query: QueryTerms): RankedPage => {
  const [ranked] = rankPages([candidate], query);
  if (ranked === undefined) throw new Error('no page');
  return ranked;
};

describe('rankPages', () => {
  describe('order', () => {
    it('prefers the page that has all words over pages that have one', () => {
      const ranked = rankPages(
        [
          page('1', 'A', 'Keys open doors.'),
          page('2', 'B', 'How to rotate a tyre.'),
          page('3', 'C', 'Rotate the keys monthly.'),
          filler('4'),
        ],
        terms('rotate keys'),
      );
      expect(ranked[0]?.id).toBe('3');
    });

    it('prefers words close together over words scattered over the page', () => {
      const scattered = page(
        '1',
        'A',
        'Rotate the crops.',
        'x y z',
        'More on crops.',
        'x y z',
        'x y z',
        'Keys are kept in the barn.',
      );
      const together = page('2', 'B', 'Crops are fine.', 'x y z', 'Rotate the keys.', 'x y z', 'x y z', 'The barn.');
      expect(idsOf(rankPages([scattered, together, filler('3')], terms('rotate keys')))[0]).toBe('2');
    });

    it('prefers a word in the title', () => {
      const pages = [page('1', 'Notes', 'Keys are listed.'), page('2', 'Keys', 'They are listed.'), filler('3')];
      expect(idsOf(rankPages(pages, terms('keys'))).slice(0, 1)).toEqual(['2']);
    });

    it('prefers the rare word over the common one', () => {
      const common = ['1', '2', '3', '4', '5'].map((id) => page(id, id, 'The service is up. The service is down.'));
      const ranked = rankPages([...common, page('6', '6', 'Flapping is explained here.')], terms('service flapping'));
      expect(ranked[0]?.id).toBe('6');
    });

    it('prefers a quoted phrase over the same words apart', () => {
      const apart = page('1', 'A', 'The plan for release, and another plan.');
      const together = page('2', 'B', 'This is the release plan for now.');
      const query = terms('release plan', { phrases: [['release', 'plan']] });
      expect(idsOf(rankPages([apart, together, filler('3')], query))[0]).toBe('2');
    });

    it('prefers an identifier that is whole over its parts', () => {
      const parts = page('1', 'A', 'The timeout of HTTP calls.');
      const whole = page('2', 'B', 'Set <code>HTTP_TIMEOUT</code>.');
      const query = terms('http timeout', { identifiers: ['HTTP_TIMEOUT'] });
      expect(idsOf(rankPages([parts, whole, filler('3')], query))[0]).toBe('2');
    });

    it('finds a word that is inflected otherwise, but prefers the word itself', () => {
      const pages = [filler('1'), page('2', 'A', 'Rotating is good.'), page('3', 'B', 'Rotate is good.')];
      expect(idsOf(rankPages(pages, terms('rotate')))).toEqual(['3', '2', '1']);
    });

    it('leaves pages that answer equally well in the order of Confluence', () => {
      const pages = ['c', 'a', 'b'].map((id) => page(id, 'Same', 'The same keys.'));
      expect(idsOf(rankPages(pages, terms('keys')))).toEqual(['c', 'a', 'b']);
    });
  });

  describe('matched', () => {
    const query = terms('rotate api keys');

    it.each([
      ['phrase', page('1', 'A', 'Now rotate API keys.')],
      ['phrase', page('1', 'Rotate API keys', 'x')],
      ['title', page('1', 'API keys: how to rotate', 'x')],
      ['all', page('1', 'API', 'Rotate all keys.')],
      ['all', page('1', 'API', 'Rotating every key.')],
      ['some', page('1', 'API', 'All keys.')],
      ['some', page('1', 'A', 'b')],
    ] as const)('is %s', (matched, candidate) => {
      expect(only(candidate, query).matched).toBe(matched);
    });

    it('is phrase when a quoted phrase occurs, stop words and all', () => {
      const quoted = terms('state art', { phrases: [['state', 'of', 'the', 'art']] });
      expect(only(page('1', 'A', 'It is state of the art.'), quoted).matched).toBe('phrase');
      expect(only(page('1', 'A', 'The state of art.'), quoted).matched).toBe('all');
    });

    it('does not join a phrase over two blocks', () => {
      expect(only(page('1', 'A', 'Please rotate', 'API keys'), query).matched).toBe('all');
    });

    it('finds a phrase behind a false start', () => {
      const quoted = terms('a b', { phrases: [['a', 'a', 'b']] });
      expect(only(page('1', 'A', 'x a a a b'), quoted).matched).toBe('phrase');
    });
  });

  it('says which of the words a page has', () => {
    expect(only(page('1', 'API', 'Some key.'), terms('rotate api keys')).wordsPresent).toEqual(
      new Set(['api', 'keys']),
    );
  });

  it('gives passages best first, those under a heading that matches included', () => {
    const storage =
      '<p>Intro.</p><h2>Keys</h2><p>Here is how.</p><p>Rotate keys and more keys.</p><h2>Else</h2><p>No.</p>';
    const { passages, document } = only({ id: '1', title: 'A', storage }, terms('rotate keys'));
    expect(passages.map(({ block }) => document.blocks[block]?.text)).toEqual([
      'Rotate keys and more keys.',
      'Here is how.',
    ]);
  });

  it('finds what only the title of a panel has', () => {
    const panel = (title: string): string =>
      `<ac:structured-macro ac:name="warning"><ac:parameter ac:name="title">${title}</ac:parameter><ac:rich-text-body><p>Ask Alice first.</p></ac:rich-text-body></ac:structured-macro>`;
    const titled = { id: '1', title: 'A', storage: `<p>Intro.</p>${panel('Rotating keys')}` };
    const { matched, passages, document } = only(titled, terms('rotate keys'));
    expect(matched).toBe('all');
    expect(passages.map(({ block }) => document.blocks[block]?.text)).toEqual(['Ask Alice first.']);
    const other = { id: '2', title: 'A', storage: `<p>Intro.</p>${panel('Else')}` };
    expect(idsOf(rankPages([other, titled], terms('rotate keys')))).toEqual(['1', '2']);
    const twice = { id: '3', title: 'A', storage: panel('Rotate').repeat(2) };
    expect(only(twice, terms('rotate')).score).toBeGreaterThan(0);
    // What every warning is called is not what its author wrote.
    expect(only(titled, terms('warning')).passages).toEqual([]);
  });

  it('has an answer for no candidates, for empty pages and for no words', () => {
    expect(rankPages([], terms('x'))).toEqual([]);
    expect(only(page('1', '', ''), terms('x'))).toMatchObject({ matched: 'some', passages: [] });
    expect(only(page('1', 'A', 'b'), terms('')).matched).toBe('some');
  });

  it('never loses or invents a page, and gives the same order twice', () => {
    const word = fc.constantFrom('key', 'keys', 'rotate', 'HTTP_TIMEOUT', 'the', '🚀', '');
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    const candidate = fc.record({ title: text, storage: text });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 6 }), text, (pages, query) => {
        const candidates = pages.map((each, index) => ({ ...each, id: String(index) }));
        const asked = terms(query, { phrases: [tokenize(query)], identifiers: query.split(' ') });
        const ranked = rankPages(candidates, asked);
        expect([...idsOf(ranked)].sort()).toEqual(candidates.map(({ id }) => id));
        expect(idsOf(rankPages(candidates, asked))).toEqual(idsOf(ranked));
        for (const { score } of ranked) expect(score).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
