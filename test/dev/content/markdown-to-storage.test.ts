import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markdownToStorage } from '../../../dev/content/markdown-to-storage';
import { findXmlFault } from '../../support/find-xml-fault';

const flat = (markdown: string): string => markdownToStorage(markdown).replaceAll('\n', '');

const codeMacro = (parameters: string, code: string): string =>
  `<ac:structured-macro ac:name="code">${parameters}<ac:plain-text-body><![CDATA[${code}]]></ac:plain-text-body></ac:structured-macro>`;

describe('markdownToStorage', () => {
  it('writes fenced code as the code macro with its language', () => {
    const language = '<ac:parameter ac:name="language">ts</ac:parameter>';
    expect(markdownToStorage('```ts twoslash\nif (a < b) {\n}\n```')).toBe(codeMacro(language, 'if (a < b) {\n}'));
  });

  it('writes indented code as the code macro without a language', () => {
    expect(markdownToStorage('    x = 1')).toBe(codeMacro('', 'x = 1'));
  });

  it('parts a CDATA section where the code ends one', () => {
    expect(markdownToStorage('```\na]]>b\n```')).toBe(codeMacro('', 'a]]]]><![CDATA[>b'));
  });

  it('escapes a hostile language', () => {
    expect(flat('```"><script>\nx\n```')).toContain(
      '<ac:parameter ac:name="language">&quot;&gt;&lt;script&gt;</ac:parameter>',
    );
  });

  it('writes tables with header cells in one body', () => {
    expect(flat('| a | b |\n| - | - |\n| 1 | 2 |')).toBe(
      '<table><tbody><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></tbody></table>',
    );
  });

  it('writes a list of boxes as a task list', () => {
    expect(flat('- [ ] ring\n- [x] write')).toBe(
      '<ac:task-list>' +
        '<ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>ring</ac:task-body></ac:task>' +
        '<ac:task><ac:task-id>2</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>write</ac:task-body></ac:task>' +
        '</ac:task-list>',
    );
  });

  it('leaves a list alone when an item has no box', () => {
    expect(flat('- [ ] ring\n- write')).toBe('<ul><li>[ ] ring</li><li>write</li></ul>');
  });

  it.each([
    ['> [!NOTE]\n> Mind this.', 'note'],
    ['> [!INFO]\n> Mind this.', 'info'],
    ['> **Tip:** Mind this.', 'tip'],
    ['> **Warning**\n> Mind this.', 'warning'],
    ['> [!CAUTION]\n>\n> Mind this.', 'warning'],
  ])('writes %p as a panel', (markdown, name) => {
    expect(flat(markdown)).toBe(
      `<ac:structured-macro ac:name="${name}"><ac:rich-text-body><p>Mind this.</p></ac:rich-text-body></ac:structured-macro>`,
    );
  });

  it('leaves a quotation alone when it begins with any other word', () => {
    expect(flat('> **Goethe** said so')).toBe('<blockquote><p><strong>Goethe</strong> said so</p></blockquote>');
  });

  it('links to pages by title and space', () => {
    expect(flat('[one](<page:A & B>) [two](page://ENG/Two)')).toBe(
      '<p><ac:link><ri:page ri:content-title="A &amp; B" /><ac:link-body>one</ac:link-body></ac:link> ' +
        '<ac:link><ri:page ri:space-key="ENG" ri:content-title="Two" /><ac:link-body>two</ac:link-body></ac:link></p>',
    );
  });

  it('links to the page that a target is said to lead to', () => {
    const followLink = (target: string) => (target === 'my guide.md' ? { title: 'Guide', anchor: 'Keys' } : undefined);
    expect(markdownToStorage('[one](my%20guide.md) [two](other.md)', followLink)).toBe(
      '<p><ac:link ac:anchor="Keys"><ri:page ri:content-title="Guide" /><ac:link-body>one</ac:link-body></ac:link> ' +
        '<a href="other.md">two</a></p>',
    );
  });

  it('writes images by address or as attachments', () => {
    expect(flat('![chart](https://example.com/a.png) ![plan](img/b%20c.png)')).toBe(
      '<p><ac:image ac:alt="chart"><ri:url ri:value="https://example.com/a.png" /></ac:image> ' +
        '<ac:image ac:alt="plan"><ri:attachment ri:filename="b c.png" /></ac:image></p>',
    );
  });

  it('keeps HTML as text', () => {
    expect(flat('a <b>c</b> <!-- d -->')).toBe('<p>a &lt;b&gt;c&lt;/b&gt; &lt;!-- d --&gt;</p>');
  });

  it('is well-formed for any text', () => {
    const snippets = [
      '> [!NOTE]\n',
      '- [ ] ',
      '```',
      '|',
      '|-|\n',
      '[a](<page:',
      ')',
      '![',
      '](',
      ']]>',
      '<',
      '&',
      '&#12;',
      '\n',
      '    ',
      '**',
    ];
    const markdown = fc
      .array(
        fc.oneof(
          fc.constantFrom(...snippets),
          fc.string({ unit: 'binary', maxLength: 8 }),
          fc.string({ maxLength: 12 }),
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(markdown, (text) => {
        expect(findXmlFault(markdownToStorage(text))).toBeUndefined();
      }),
      { numRuns: 600 },
    );
  });

  it('is well-formed when the text holds lone surrogates', () => {
    expect(findXmlFault(markdownToStorage('a \uD800 [\uDC00](\uD801)\n\n```\n\uDFFF\u0000\n```'))).toBeUndefined();
  });
});
