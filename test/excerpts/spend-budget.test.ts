import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rankPages } from '../../src/excerpts/rank-pages';
import { spendBudget, type Budget, type SpentBudget } from '../../src/excerpts/spend-budget';
import { tokenize } from '../../src/excerpts/tokenize';
import { pageText } from './page-markdown';

const LARGE: Budget = { maxChars: 50_000, maxCharsPerPage: 20_000, excerptsPerPage: 3 };

const spend = (query: string, budget: Partial<Budget>, ...bodies: readonly string[]): SpentBudget => {
  const candidates = bodies.map((storage, index) => ({ id: String(index), title: 'Untitled', storage }));
  const ranked = rankPages(candidates, { words: tokenize(query), phrases: [], identifiers: [] });
  return spendBudget(ranked, { ...LARGE, ...budget });
};

const excerptsOf = (spent: SpentBudget): readonly string[] =>
  spent.pages.flatMap(({ excerpts }) => excerpts.map(({ markdown }) => markdown));

const room = (maxCharsPerPage: number): Partial<Budget> => ({ maxCharsPerPage });

const padding = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `<p>Paragraph number ${index} is about something else altogether.</p>`,
  ).join('');

const code = (lines: readonly string[]): string =>
  `<ac:structured-macro ac:name="code"><ac:plain-text-body><![CDATA[${lines.join('\n')}]]></ac:plain-text-body></ac:structured-macro>`;

describe('spendBudget', () => {
  it('shows a short page whole', () => {
    const spent = spend('keys', {}, '<p>Intro.</p><h2>Keys</h2><p>Rotate the keys.</p>');
    expect(excerptsOf(spent)).toEqual(['Intro.\n\n## Keys\n\nRotate the keys.']);
    expect(spent.cut).toBe(false);
  });

  it('shows what answers when not all fits, with the headings above', () => {
    const page = `${padding(30)}<h1>Access</h1><h2>API keys</h2><p>Rotate the keys every month.</p><h2>Doors</h2>${padding(30)}`;
    const [first] = spend('rotate keys', room(200), page).pages;
    expect(first?.excerpts[0]).toMatchObject({ headingPath: ['Access', 'API keys'], anchor: 'API-keys' });
    expect(first?.excerpts[0]?.markdown).toContain('Rotate the keys every month.');
  });

  it('gives the excerpts of a page in its order, at most as many as asked for', () => {
    const page = `${padding(20)}<p>First, keys.</p>${padding(20)}<p>Then rotate, rotate keys.</p>${padding(20)}<p>At last, rotate.</p>${padding(20)}`;
    const two = spend('rotate keys', { ...room(300), excerptsPerPage: 2 }, page).pages[0]?.excerpts ?? [];
    expect(two).toHaveLength(2);
    const three = excerptsOf(spend('rotate keys', room(400), page));
    expect(three.map((text) => ['First', 'Then', 'At last'].findIndex((word) => text.includes(word)))).toEqual([
      0, 1, 2,
    ]);
  });

  it('shows what announces something with the thing, or not at all', () => {
    const page = (lines: number): string =>
      `<p>Keys rotate every month, and nobody has to do anything about that.</p><p>For example:</p>${code(
        Array.from({ length: lines }, (_, index) => `line ${index}`),
      )}${padding(9)}`;
    const [withCode = ''] = excerptsOf(spend('keys rotate', room(200), page(5)));
    expect(withCode).toContain('For example:\n\n```\nline 0\n');
    const [without = ''] = excerptsOf(spend('keys rotate', room(200), page(18)));
    expect(without).toContain('Keys rotate every month');
    expect(without).not.toContain('For example:');
  });

  it('shows what announces something alone when it answers itself', () => {
    const steps = Array.from({ length: 18 }, (_, index) => `step ${index} of it`);
    const page = `${padding(9)}<p>Keys are rotated by Alice, who does the following:</p>${code(steps)}${padding(9)}`;
    const [excerpt = ''] = excerptsOf(spend('who rotates keys', room(250), page));
    expect(excerpt).toContain('Keys are rotated by Alice');
    expect(excerpt).not.toContain('step');
  });

  it.each([
    ['code', code(['retries: 3'])],
    ['a table', '<table><tbody><tr><th>Retries</th></tr><tr><td>3</td></tr></tbody></table>'],
  ])('does not end with the label of %s', (_, labelled) => {
    const body = labelled.replace('3', 'three '.repeat(30).trim());
    const page = `<p>The jitter is described below.</p><p><strong>values.yaml</strong></p>${body}`;
    const [excerpt = ''] = excerptsOf(spend('jitter', room(200), page));
    expect(excerpt).toBe('The jitter is described below.');
  });

  it('shows the row that answers rather than short sentences, however long the head of the table', () => {
    const row = (cells: readonly string[], cell: string): string =>
      `<tr>${cells.map((text) => `<${cell}>${text}</${cell}>`).join('')}</tr>`;
    const heads = ['Parameter', 'Default value', 'Unit of the value', 'What it is for', 'Since version'];
    const rows = ['cache size', 'queue depth'].map((name) =>
      row(
        [`${name} limit`, '42', 'items', `Sets the limit of the ${name}, which should not be changed`, '1.2.3'],
        'td',
      ),
    );
    const table = `<table><tbody>${row(heads, 'th')}${rows.join('')}</tbody></table>`;
    const aside = '<p>The gateway is old and will be replaced.</p>';
    const [shown] = excerptsOf(spend('gateway cache size', room(230), `${aside}${padding(9)}${table}`));
    expect(shown).toMatch(/^\| Parameter .*\n.*\n\| cache /);
  });

  it('takes sentences out of a long paragraph', () => {
    const sentences = Array.from(
      { length: 40 },
      (_, index) => `Sentence ${index} says nothing of interest to anybody.`,
    );
    const page = `<p>${sentences.join(' ')} Keys are rotated by Alice, e.g. on Monday. ${sentences.join(' ')}</p>`;
    const [excerpt = ''] = excerptsOf(spend('keys rotated', room(200), page));
    expect(excerpt).toContain('Keys are rotated by Alice, e.g. on Monday.');
    expect(excerpt).toMatch(/^(?:Sentence|Keys)/);
    expect(excerpt).toMatch(/\.$/);
  });

  it('does not cut a link or an emphasis', () => {
    const link = '<a href="https://x.io/a">One thing. Another thing about keys. A third thing</a>';
    const page = `<p>${'Words that fill. '.repeat(20)}${link} is <b>here. And keys there.</b> ${'More that fills. '.repeat(20)}</p>`;
    const all = excerptsOf(spend('keys', room(240), page)).join('\n');
    expect(all.match(/\[/g)?.length ?? 0).toBe(all.match(/\]\(https:\/\/x\.io\/a\)/g)?.length ?? 0);
    expect((all.match(/\*\*/g)?.length ?? 0) % 2).toBe(0);
  });

  it('keeps a code block whole when it fits', () => {
    const block = code(Array.from({ length: 8 }, (_, line) => `line ${line} of keys`));
    const [excerpt = ''] = excerptsOf(spend('keys', room(200), padding(10) + block + padding(10)));
    expect(excerpt).toContain('```\nline 0 of keys\n');
    expect(excerpt).toContain('\nline 7 of keys\n```');
  });

  it('cuts code that does not fit at the ends of lines and says so inside the fence', () => {
    const block = code([
      ...Array.from({ length: 50 }, (_, line) => `other ${line}`),
      'rotate keys',
      ...Array.from({ length: 50 }, (_, line) => `after ${line}`),
    ]);
    const [excerpt = ''] = excerptsOf(spend('rotate keys', room(200), block));
    expect(excerpt).toMatch(/^```\n…\n(?:other \d+\n)*rotate keys\n(?:after \d+\n)*…\n```$/);
  });

  it('shows the head of a table above the rows that answer', () => {
    const rows = Array.from(
      { length: 60 },
      (_, row) => `<tr><td>host${row}</td><td>${row === 40 ? 'rotates keys' : 'idle'}</td></tr>`,
    );
    const [excerpt = ''] = excerptsOf(
      spend('rotates keys', room(200), `<table><tr><th>Host</th><th>State</th></tr>${rows.join('')}</table>`),
    );
    expect(excerpt).toMatch(/^\| Host \| State \|\n\| --- \| --- \|\n/);
    expect(excerpt).toContain('| host40 | rotates keys |');
    expect(excerpt.split('\n').every((line) => /^\|.*\|$/.test(line))).toBe(true);
  });

  it('opens a list item and a panel anew where an excerpt begins in them', () => {
    const page = `${padding(20)}<ac:structured-macro ac:name="warning"><ac:rich-text-body>${padding(10)}<ul><li>Rotate keys.</li></ul>${padding(10)}</ac:rich-text-body></ac:structured-macro>`;
    const [excerpt = ''] = excerptsOf(spend('rotate keys', room(120), page));
    expect(excerpt).toMatch(/^> \*\*Warning:\*\*/);
    expect(excerpt).toContain('> - Rotate keys.');
  });

  it('shows the beginning of a page that matches by its title alone', () => {
    expect(excerptsOf(spend('untitled', room(200), `<h1>H</h1><p>The start.</p>${padding(20)}`))[0]).toMatch(
      /^The start\./,
    );
  });

  it('falls back on words around the match when not even one sentence fits', () => {
    const words = Array.from({ length: 300 }, (_, index) => `word${index}`);
    const block = code([[...words.slice(0, 150), 'rotate', ...words.slice(150)].join(' ')]);
    const [excerpt = ''] = excerptsOf(spend('rotate', room(100), block));
    expect(excerpt).toMatch(/^…word\d+ .*\brotate\b.* word\d+…$/);
    expect(excerpt.length).toBeLessThanOrEqual(100);
  });

  it.each([
    [
      'Japanese',
      '鍵',
      '認証鍵の回転は管理者が設定画面から行う必要がありそのさい古い鍵は二十四時間だけ有効なままであり',
    ],
    ['Thai', 'กุญแจ', 'การหมุนเวียนกุญแจต้องทำโดยผู้ดูแลระบบ'],
  ])('falls back on words of a script without spaces: %s', (_script, word, sentence) => {
    const text = sentence.repeat(8);
    const [excerpt = ''] = excerptsOf(spend(word, room(200), `<p>${text}</p>`));
    expect(excerpt).toContain(word);
    expect(excerpt.length).toBeGreaterThan(150);
    expect(excerpt.length).toBeLessThanOrEqual(200);
    expect(tokenize(text)).toEqual(expect.arrayContaining(tokenize(excerpt)));
  });

  it('says that something was cut when there is room for no word of a page', () => {
    const word = `<p>${'x'.repeat(300)}</p>`;
    expect(spend('untitled', room(200), word)).toEqual({ pages: [{ excerpts: [] }], cut: true });
    expect(spend('keys', room(200), word)).toEqual({ pages: [{ excerpts: [] }], cut: true });
  });

  it('has nothing to show of a page without text', () => {
    expect(spend('keys', {}, '')).toEqual({ pages: [{ excerpts: [] }], cut: false });
  });

  describe('over several pages', () => {
    const page = `<p>Rotate keys.</p>${padding(100)}`;

    it('never exceeds the whole', () => {
      const spent = spend('keys', { maxChars: 1000, maxCharsPerPage: 800 }, page, page, page);
      expect(excerptsOf(spent).join('').length).toBeLessThanOrEqual(1000);
      expect(spent.pages.every(({ excerpts }) => excerpts.length > 0)).toBe(true);
    });

    it('gives what a short page leaves over to the others', () => {
      const spent = spend('keys', { maxChars: 1000, maxCharsPerPage: 900 }, '<p>keys</p>', page);
      expect(excerptsOf(spent).join('').length).toBeGreaterThan(800);
    });

    it('rather leaves the last pages out than gives each a scrap', () => {
      const spent = spend('keys', { maxChars: 500 }, ...Array.from({ length: 25 }, () => page));
      expect(spent.pages.filter(({ excerpts }) => excerpts.length > 0).length).toBeLessThanOrEqual(4);
      expect(spent.cut).toBe(true);
    });
  });

  describe('cut', () => {
    const answer = '<p>To rotate the keys, ask Alice and wait for an answer by mail.</p>';

    it('is true when a passage as good as those shown did not fit', () => {
      expect(spend('rotate keys', room(100), answer + padding(5) + answer + padding(5) + answer).cut).toBe(true);
    });

    it('is false when only what does not answer was left out', () => {
      expect(spend('rotate keys', room(300), padding(20) + answer + padding(20)).cut).toBe(false);
    });
  });

  it('finds the answer in a page of a hundred thousand lines', () => {
    const lines = Array.from({ length: 100_000 }, (_, line) => `keys ${line}`);
    const block = code([...lines.slice(0, 70_000), 'rotate keys', ...lines.slice(70_000)]);
    expect(excerptsOf(spend('rotate keys', {}, block)).join('\n')).toContain('rotate keys');
  });

  it('keeps its limits and its word whatever the page is', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>Rotate the keys. ',
        '</p>',
        '<p>',
        '<ul><li>',
        'keys</li></ul>',
        '🚀🚀🚀 ',
        '<h2>Keys</h2>',
        '<b>',
        '</b>',
        '*_` ',
      ],
      ...[
        '<table><tr><th>a</th></tr><tr><td>keys</td></tr></table>',
        code(['rotate', 'keys '.repeat(30)]),
        'words '.repeat(40),
      ],
      ...[
        '<ac:structured-macro ac:name="info"><ac:rich-text-body>',
        '</ac:rich-text-body></ac:structured-macro>',
        '<br/>',
        '\ud83d',
      ],
    );
    const body = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    const budget = fc.record({
      maxChars: fc.integer({ min: 500, max: 3000 }),
      maxCharsPerPage: fc.integer({ min: 200, max: 1500 }),
      excerptsPerPage: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), budget, (bodies, limits) => {
        const candidates = bodies.map((storage, id) => ({ id: String(id), title: 'T', storage }));
        const ranked = rankPages(candidates, { words: ['rotate', 'keys'], phrases: [], identifiers: [] });
        const spent = spendBudget(ranked, limits);
        expect(excerptsOf(spent).join('').length).toBeLessThanOrEqual(limits.maxChars);
        spent.pages.forEach(({ excerpts }, place) => {
          const shown = excerpts.map(({ markdown }) => markdown).join('');
          expect(excerpts.length).toBeLessThanOrEqual(limits.excerptsPerPage);
          expect(shown.length).toBeLessThanOrEqual(limits.maxCharsPerPage);
          expect(shown).not.toMatch(/\p{Surrogate}/u);
          const words = new Set(tokenize(`${pageText(bodies[Number(ranked[place]?.id)] ?? '')} Info br`));
          expect(
            excerpts
              .flatMap(({ markdown }) => tokenize(markdown.replace(/\*\*/g, '')))
              .filter((word) => !words.has(word)),
          ).toEqual([]);
        });
      }),
      { numRuns: 150 },
    );
  });
});
