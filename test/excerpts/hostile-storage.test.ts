import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseStorage } from '../../src/excerpts/parse-storage';
import { tokenize } from '../../src/excerpts/tokenize';
import { countSteps } from '../support/count-steps';
import { pageMarkdown, pageText } from './page-markdown';

const LONE_SURROGATE = /\p{Surrogate}/u;

const fragment = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<ul>',
    '<li>',
    '</li>',
    '</ul>',
    '<ol start="x">',
    '<table>',
    '<tr>',
    '<td rowspan="9">',
    '</td>',
  ],
  ...[
    '<th colspan="99999">',
    '</table>',
    '<h2>',
    '</h2>',
    '<strong>',
    '</strong>',
    '<em>',
    '<code>',
    '</code>',
    '<br/>',
  ],
  ...['<ac:structured-macro ac:name="code">', '<ac:structured-macro ac:name="info">', '</ac:structured-macro>'],
  ...['<ac:structured-macro>', '<ac:plain-text-body><![CDATA[', ']]></ac:plain-text-body>', '<ac:rich-text-body>'],
  ...[
    '<ac:parameter ac:name="title">',
    '</ac:parameter>',
    '<ac:link ac:anchor="a">',
    '<ri:page ri:content-title="T"/>',
  ],
  ...[
    '<ac:link-body>',
    '</ac:link>',
    '<a href="https://x.io/a(b">',
    '</a>',
    '<ac:image>',
    '<ac:task-list>',
    '<ac:task>',
  ],
  ...[
    '<ac:task-status>complete',
    '<ac:adf-extension>',
    '<ac:adf-node type="panel">',
    '<ac:adf-content>',
    '<blockquote>',
  ],
  ...[
    '&nbsp;',
    '&amp;',
    '&bogus;',
    '&#xD800;',
    '&',
    '<',
    '>',
    '<!--',
    '-->',
    '<![CDATA[',
    '"',
    '`',
    '*',
    '**',
    '_',
    '[',
    ']',
  ],
  ...[
    '(',
    '!',
    '|',
    '\\',
    '#',
    '- ',
    '1. ',
    '\n',
    ' ',
    'word',
    'HTTP_TIMEOUT',
    '鍵を回転',
    '🚀',
    '\ud83d',
    '\ude80',
    '\0',
  ],
);
const soup = fc.oneof(
  fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
);

/** Whatever can stand in itself, or be tried to. */
const NESTING = [
  ...[
    '<p>',
    '<div>',
    '<ul><li>',
    '<ol><li>',
    '<ul>',
    '<table><tr><td rowspan="99">',
    '<table><tr><th>',
    '<td>',
    '<dl><dt>',
  ],
  ...['<b>', '<em>', '<del>', '<code>', '<span>', '<sup>', '<h1>', '<pre>', '<blockquote>', '<math><semantics>'],
  ...['<a href="x">', '<ac:link ac:anchor="x"><ac:link-body>', '<ac:image><ac:caption>', '<ac:layout-cell>'],
  ...['<ac:task-list><ac:task><ac:task-body>', '<ac:inline-comment-marker>', '<ac:placeholder>', '<ac:emoticon>'],
  ...['code', 'info', 'expand', 'unknown', 'plantuml', 'jira'].map(
    (name) => `<ac:structured-macro ac:name="${name}"><ac:rich-text-body>`,
  ),
  '<ac:structured-macro ac:name="code"><ac:plain-text-body>',
  '<ac:structured-macro ac:name="include"><ac:parameter ac:name="">',
  '<ac:adf-extension><ac:adf-node type="panel"><ac:adf-content>',
  '<ac:adf-extension><ac:adf-fallback>',
];

const closingOf = (opening: string): string =>
  [...opening.matchAll(/<([\w:-]+)/g)]
    .map((match) => `</${match[1] ?? ''}>`)
    .reverse()
    .join('');

const HUGE_CELL_ROW = '<tr><td colspan="1000000" rowspan="1000000">a</td></tr>';

const FLOODS: readonly (readonly [string, (times: number) => string])[] = [
  ...NESTING.map(
    (opening) =>
      [
        `${opening} in itself and side by side`,
        (times: number) => `${opening}a${closingOf(opening)}`.repeat(times) + `${opening}a`.repeat(times),
      ] as const,
  ),
  ['nested emphasis', (times) => '<b><i>a'.repeat(times)],
  ['stray ends', (times) => '<a>'.repeat(times) + '</b>'.repeat(times)],
  ['ends in the wrong order', (times) => '<b><i>a</b></i>'.repeat(times)],
  ['line breaks', (times) => 'a<br/>'.repeat(times)],
  ['white space', (times) => `<p>a${' '.repeat(times)}b</p><pre>a${' \n'.repeat(times)}b</pre>`],
  ['spaces in a tag', (times) => `<p${' '.repeat(times)}a${' '.repeat(times)}= "b">a</p>`],
  ['punctuation', (times) => '[](!`*_&<\\'.repeat(times)],
  ['backticks', (times) => `<code>${'`'.repeat(times)}</code>${'<code>`</code>'.repeat(times)}`],
  ['attributes', (times) => `<p ${Array.from({ length: times }, (_, place) => `a${place}="b" `).join('')}>x</p>`],
  ['slashes', (times) => `<p ${'/ '.repeat(times)}>x</p>`],
  ['wide and tall cells', (times) => `<table>${HUGE_CELL_ROW.repeat(times / 10)}</table>`],
  ['one wide and tall cell', (times) => `<table>${HUGE_CELL_ROW}${'<tr><td>a</td></tr>'.repeat(times)}</table>`],
  ['cells of one row', (times) => `<table><tr>${'<td>a</td>'.repeat(times)}</tr></table>`],
  ['brackets in links', (times) => `<a href="x">${'['.repeat(times)}</a>`],
  ['links that begin', (times) => '<ac:link'.repeat(times)],
  ['attributes that never end', (times) => '<a href="x>a'.repeat(times)],
  ['named entities', (times) => `<p>${'&amp;&hellip;&notin;'.repeat(times)}</p>`],
  ['digits of an entity', (times) => `<p>&#${'1'.repeat(times)};</p><p title="&#x${'f'.repeat(times)};">a</p>`],
  ['broken entities', (times) => `<p>${'&'.repeat(times)}${'&#'.repeat(times)}${'&no'.repeat(times)}</p>`],
  ['ends of CDATA', (times) => `<p>${']]>'.repeat(times)}</p>`],
  ['beginnings of CDATA', (times) => '<![CDATA[<'.repeat(times)],
  ['pieces of CDATA', (times) => `<pre>${'<![CDATA[a]]>'.repeat(times)}</pre>`],
  ['beginnings of comments', (times) => '<!-- '.repeat(times)],
  ['comments', (times) => 'a<!-- b -->'.repeat(times)],
  ['angle brackets', (times) => `${'<'.repeat(times)}${'>'.repeat(times)}`],
  ['half surrogates and zeros', (times) => `<p>${'\ud83d\0\ude80'.repeat(times)}</p>`],
  ['number signs in a heading', (times) => `<h1>a ${'# '.repeat(times)}</h1>`],
  ['one heading many times', (times) => '<h1>a</h1><h2>b</h2>'.repeat(times)],
  [
    'parameters',
    (times) => `<ac:structured-macro ac:name="x">${'<ac:parameter ac:name="a">b</ac:parameter>'.repeat(times)}`,
  ],
  ['extensions', (times) => `${'<ac:adf-extension><ac:adf-node type="panel">'.repeat(times)}<ac:adf-content>a`],
];

/** The steps for each flood, and for one four times as large. */
const countFloods = async (): Promise<ReadonlyMap<string, readonly number[]>> => {
  const storages = FLOODS.flatMap(([, storageOf]) => [storageOf(500), storageOf(2_000)]);
  const counted = await countSteps({ file: 'test/excerpts/page-markdown.ts', name: 'pageMarkdown' }, storages);
  return new Map(FLOODS.map(([kind], place) => [kind, counted.slice(2 * place, 2 * place + 2)]));
};
const steps = countFloods();

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

describe('parseStorage on hostile input', () => {
  it('never throws, gives the same twice, and leaves no half surrogate', () => {
    fc.assert(
      fc.property(soup, (storage) => {
        const markdown = pageMarkdown(storage);
        expect(pageMarkdown(storage)).toBe(markdown);
        expect(markdown + pageText(storage)).not.toMatch(LONE_SURROGATE);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['in one piece', (parts: readonly string[]) => escapeXml(parts.join(''))],
    ['in pieces', (parts: readonly string[]) => parts.map((part) => `<span>${escapeXml(part)}</span>`).join('')],
  ])('writes text that a Markdown reader reads back word for word, %s', (_form, write) => {
    const reader = new MarkdownIt({ html: true });
    const specials = fc.constantFrom(
      ...'`*_[]()!#+-=~<>&|\\:.1a b\n$"\''.split(''),
      'word',
      '**',
      '```',
      '- ',
      '1. ',
      '&lt;',
    );
    fc.assert(
      fc.property(fc.array(specials, { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        const read = reader
          .render(pageMarkdown(`<p>${write(parts)}</p>`))
          .replace(/^<p>|<\/p>\n?$/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&');
        expect(read).toBe(text.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 400 },
    );
  });

  it('keeps every word of text, wherever emphasis begins and ends', () => {
    const reader = new MarkdownIt();
    const piece = fc.record({
      tag: fc.constantFrom('strong', 'em', 'del', 'code', 'span'),
      text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '(', '*', '`', '!'), minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const storage = pieces.map(({ tag, text }) => `<${tag}>${text}</${tag}>`).join('');
        const rendered = reader.render(pageMarkdown(`<p>${storage}</p>`)).replace(/<[^>]*>/g, '');
        expect(tokenize(rendered)).toEqual(tokenize(pieces.map(({ text }) => text).join('')));
      }),
      { numRuns: 250 },
    );
  });

  it('keeps the code of a code block whatever it is', () => {
    const reader = new MarkdownIt();
    fc.assert(
      fc.property(fc.stringMatching(/^[ab`~\\<&\n ]{1,40}$/), (code) => {
        fc.pre(code.trim() !== '');
        const body = `<ac:plain-text-body><![CDATA[${code}]]></ac:plain-text-body>`;
        const [token] = reader.parse(
          pageMarkdown(`<ac:structured-macro ac:name="code">${body}</ac:structured-macro>`),
          {},
        );
        expect(token?.type).toBe('fence');
        expect(token?.content.trimEnd()).toBe(code.trimEnd().replace(/^\n+/, ''));
      }),
    );
  });

  describe.each(FLOODS)('grows in proportion to %s', (kind, storageOf) => {
    // Steps and sizes, not times. Built-in functions are not counted: that the largest ends at all speaks for them.
    it('in what it writes', () => {
      const [few, many] = [storageOf(500), storageOf(5_000)];
      const growth = pageMarkdown(many).length / Math.max(1, pageMarkdown(few).length);
      expect(growth).toBeLessThan(2 * (many.length / few.length));
    });

    it('in what it does', async () => {
      const [few, many] = (await steps).get(kind) ?? [];
      expect(many).toBeLessThan(6 * (few ?? 0));
    });
  });

  it('keeps the text below the depth at which elements are no longer told apart', () => {
    expect(pageText(`${'<div><b>'.repeat(500)}deep${'</b></div>'.repeat(500)}<p>after</p>`)).toBe('deep\nafter');
    expect(parseStorage('<div>'.repeat(500) + '</div>'.repeat(500)).complete).toBe(true);
  });
});

/** Pages of very many parts that have something of the query. */
const CROWDS: readonly (readonly [string, (times: number) => string])[] = [
  ['paragraphs', (times) => '<p>key</p>'.repeat(times)],
  ['list items', (times) => `<ul>${'<li>key</li>'.repeat(times)}</ul>`],
  ['headings', (times) => '<h2>key</h2><p>a</p>'.repeat(times)],
  ['headings below a long one', (times) => `<h1>${'key '.repeat(times)}</h1>${'<h2>a</h2><p>b</p>'.repeat(times)}`],
  ['lines of code', (times) => `<pre>${'key\n'.repeat(times)}</pre>`],
  ['rows', (times) => `<table><tr><th>key</th></tr>${'<tr><td>key</td></tr>'.repeat(times)}</table>`],
  ['cells', (times) => `<table><tr>${'<td>key</td>'.repeat(times)}</tr></table>`],
  ['sentences', (times) => `<p>${'This is the key of all the others. '.repeat(times)}</p>`],
  ['announcements', (times) => '<p>key:</p>'.repeat(times)],
  ['words side by side', (times) => `<p>${'key '.repeat(times)}</p>`],
  ['words without spaces', (times) => `<p>${'key鍵'.repeat(times)}</p>`],
  ['titled panels', (times) => macroOf('info', '<p>key</p>').repeat(times)],
  ['paragraphs of one panel', (times) => macroOf('info', '<p>key</p>'.repeat(times))],
];

const macroOf = (name: string, body: string): string =>
  `<ac:structured-macro ac:name="${name}"><ac:parameter ac:name="title">The key</ac:parameter><ac:rich-text-body>${body}</ac:rich-text-body></ac:structured-macro>`;

const countCrowds = async (): Promise<readonly number[]> =>
  countSteps(
    { file: 'test/excerpts/page-excerpts.ts', name: 'pageExcerpts' },
    CROWDS.flatMap(([, storageOf]) => [storageOf(500), storageOf(2_000)]),
  );
const crowdSteps = countCrowds();

describe('excerpts of a crowded page', () => {
  it.each(CROWDS.map(([kind], place) => [kind, place] as const))('take steps in proportion to %s', async (_, place) => {
    const [few = 0, many = 0] = (await crowdSteps).slice(2 * place, 2 * place + 2);
    expect(few).toBeGreaterThan(0);
    expect(many).toBeLessThan(6 * few);
  });
});
