import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseStorage } from '../../src/excerpts/parse-storage';
import { tokenize } from '../../src/excerpts/tokenize';
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

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

describe('parseStorage on hostile input', () => {
  it('never throws, gives the same twice, and leaves no half surrogate', () => {
    fc.assert(
      fc.property(soup, (storage) => {
        const markdown = pageMarkdown(storage);
        expect(pageMarkdown(storage)).toBe(markdown);
        expect(markdown + pageText(storage)).not.toMatch(LONE_SURROGATE);
      }),
      { numRuns: 400 },
    );
  });

  it('writes text that a Markdown reader reads back word for word', () => {
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
          .render(pageMarkdown(`<p>${escapeXml(text)}</p>`))
          .replace(/^<p>|<\/p>\n?$/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&');
        expect(read).toBe(text.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 1000 },
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
      { numRuns: 500 },
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

  it.each<readonly [string, (times: number) => string]>([
    ['nested elements', (times) => '<div>'.repeat(times) + 'x'],
    ['nested lists', (times) => '<ul><li>a'.repeat(times)],
    ['nested tables', (times) => '<table><tr><td rowspan="99">a'.repeat(times)],
    ['nested emphasis', (times) => '<b><i>a'.repeat(times)],
    ['nested quotes', (times) => '<blockquote>a'.repeat(times)],
    ['stray ends', (times) => '<a>'.repeat(times) + '</b>'.repeat(times)],
    ['neighbouring emphases', (times) => '<b>a</b>'.repeat(times)],
    ['line breaks', (times) => 'a<br/>'.repeat(times)],
    ['white space', (times) => `<p>a${' '.repeat(times)}b</p><pre>a${' \n'.repeat(times)}b</pre>`],
    ['punctuation', (times) => '[](!`*_&<\\'.repeat(times)],
    ['headings', (times) => '<h1>a</h1><h2>b</h2>'.repeat(times)],
    ['attributes', (times) => `<p ${'a="b" '.repeat(times)}>x</p>`],
    [
      'wide cells',
      (times) => `<table>${'<tr><td colspan="99999" rowspan="99999">a</td></tr>'.repeat(times / 10)}</table>`,
    ],
    ['brackets in links', (times) => `<a href="x">${'['.repeat(times)}</a>`],
  ])('grows in proportion to %s', (_kind, storageOf) => {
    // Sizes, not times; that 40,000 of them end at all is what a quadratic walk would fail.
    const small = storageOf(1_000);
    const large = storageOf(40_000);
    const growth = pageMarkdown(large).length / Math.max(1, pageMarkdown(small).length);
    expect(growth).toBeLessThan(2 * (large.length / small.length));
  });

  it('keeps the text below the depth at which elements are no longer told apart', () => {
    expect(pageText(`${'<div><b>'.repeat(500)}deep${'</b></div>'.repeat(500)}<p>after</p>`)).toBe('deep\nafter');
    expect(parseStorage('<div>'.repeat(500) + '</div>'.repeat(500)).complete).toBe(true);
  });
});
