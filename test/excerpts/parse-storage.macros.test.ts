import { describe, expect, it } from '@jest/globals';
import { parseStorage } from '../../src/excerpts/parse-storage';
import { pageMarkdown, pageText } from './page-markdown';

const lines = (...all: readonly string[]): string => all.join('\n');

type MacroParts = {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly rich?: string;
  readonly plain?: string;
};

const macro = (name: string, { parameters = {}, rich, plain }: MacroParts = {}): string =>
  [
    `<ac:structured-macro ac:name="${name}" ac:schema-version="1" ac:macro-id="b6e0">`,
    ...Object.entries(parameters).map(([key, value]) => `<ac:parameter ac:name="${key}">${value}</ac:parameter>`),
    ...(rich === undefined ? [] : [`<ac:rich-text-body>${rich}</ac:rich-text-body>`]),
    ...(plain === undefined ? [] : [`<ac:plain-text-body><![CDATA[${plain}]]></ac:plain-text-body>`]),
    '</ac:structured-macro>',
  ].join('');

describe('parseStorage on macros', () => {
  it.each([
    [
      'code with a language',
      macro('code', { parameters: { language: 'js' }, plain: 'a < b && c;\n' }),
      lines('```js', 'a < b && c;', '```'),
    ],
    ['code with fences inside', macro('code', { plain: '```\na\n````' }), lines('`````', '```', 'a', '````', '`````')],
    [
      'code with a title',
      macro('code', { parameters: { title: 'x.yml' }, plain: 'a' }),
      lines('**x.yml**', '', '```', 'a', '```'),
    ],
    [
      'code with indentation and empty lines',
      macro('code', { plain: '\n  a\n\n  b\n\n' }),
      lines('```', '  a', '', '  b', '```'),
    ],
    [
      'code without CDATA',
      '<ac:structured-macro ac:name="code"><ac:plain-text-body>a &lt; b</ac:plain-text-body></ac:structured-macro>',
      lines('```', 'a < b', '```'),
    ],
    ['preformatted text', macro('noformat', { plain: 'a' }), lines('```', 'a', '```')],
    ['a diagram in text', macro('plantuml', { plain: 'a -> b' }), lines('```plantuml', 'a -> b', '```')],
    ['empty code', macro('code', { plain: ' ' }), ''],
    ['info', macro('info', { rich: '<p>a</p><p>b</p>' }), lines('> **Info:** a', '>', '> b')],
    ['a note with a title', macro('note', { parameters: { title: 'T' }, rich: 'a' }), '> **Note: T:** a'],
    ['a warning with a list', macro('warning', { rich: '<ul><li>a</li></ul>' }), lines('> **Warning:**', '>', '> - a')],
    ['a tip', macro('tip', { rich: 'a' }), '> **Tip:** a'],
    ['a title with signs', macro('tip', { parameters: { title: '*T* `' }, rich: 'a' }), '> **Tip: \\*T\\* \\`:** a'],
    ['a panel', macro('panel', { parameters: { title: 'T' }, rich: 'a' }), '> **T:** a'],
    ['a panel with nothing but a title', macro('info', { parameters: { title: 'T' }, rich: '' }), '**T**'],
    [
      'a macro with bodies of both kinds',
      macro('fancy', { plain: 'a', rich: '<p>b</p>' }),
      lines('```fancy', 'a', '```', '', 'b'),
    ],
    ['a panel without a title', macro('panel', { rich: 'a' }), '> a'],
    [
      'what can be expanded',
      macro('expand', { parameters: { title: 'More' }, rich: '<p>a</p>' }),
      lines('**More**', '', 'a'),
    ],
    ['an excerpt', macro('excerpt', { rich: '<p>a</p>' }), 'a'],
    ['page properties', macro('details', { rich: '<p>a</p>' }), 'a'],
    ['a status', `<p>Is ${macro('status', { parameters: { title: 'DONE', colour: 'Green' } })}</p>`, 'Is [DONE]'],
    ['an issue', `<p>See ${macro('jira', { parameters: { server: 'x', key: 'ENG-1' } })}</p>`, 'See ENG-1'],
    ['a query for issues', macro('jira', { parameters: { jqlQuery: 'project = ENG' } }), 'project = ENG'],
    ['a file', macro('view-file', { parameters: { name: '<ri:attachment ri:filename="a.pdf" />' } }), 'a.pdf'],
    [
      'an included page',
      macro('include', { parameters: { '': '<ac:link><ri:page ri:content-title="A" /></ac:link>' } }),
      'Includes the page “A”.',
    ],
    [
      'an included excerpt',
      macro('excerpt-include', { parameters: { '': '<ac:link><ri:page ri:content-title="A" /></ac:link>' } }),
      'Includes an excerpt of the page “A”.',
    ],
    [
      'an included page of another space',
      macro('include', {
        parameters: { '': '<ac:link><ri:page ri:space-key="ENG" ri:content-title="A" /></ac:link>' },
      }),
      'Includes the page “A, space ENG”.',
    ],
    [
      'an excerpt included by its name',
      macro('excerpt-include', {
        parameters: { '': '<ac:link><ri:page ri:content-title="A" /></ac:link>', name: 'Fees' },
      }),
      'Includes the excerpt “Fees” of the page “A”.',
    ],
    ['a table of contents', macro('toc'), ''],
    ['child pages', macro('children'), ''],
    ['a tree of pages', macro('pagetree', { parameters: { root: '@self' } }), ''],
    ['a zone with a table of contents', macro('toc-zone', { rich: '<p>a</p>' }), 'a'],
    ['a report of page properties', macro('detailssummary', { parameters: { label: 'x' } }), '[macro: detailssummary]'],
    ['a list of attachments', macro('attachments', { parameters: { upload: 'false' } }), '[macro: attachments]'],
    ['a drawing', macro('drawio', { parameters: { diagramName: 'topology' } }), '[diagram: topology]'],
    ['a drawing in a file', macro('mermaid-cloud', { parameters: { filename: 'a.mmd' } }), '[diagram: a.mmd]'],
    [
      'a drawing in JSON',
      macro('plantuml', { plain: '{"umlDefinition":"@startuml\\na -> b\\n@enduml"}' }),
      lines('```plantuml', '@startuml', 'a -> b', '@enduml', '```'),
    ],
    [
      'a drawing that only looks like JSON',
      macro('plantuml', { plain: '{a -> b' }),
      lines('```plantuml', '{a -> b', '```'),
    ],
    [
      'a drawing in Base64',
      macro('plantumlcloud', { parameters: { data: btoa('a%20-%3E%20b'), compressed: 'false' } }),
      lines('```plantuml', 'a -> b', '```'),
    ],
    [
      'a drawing in broken Base64',
      macro('plantumlcloud', { parameters: { filename: 'a.svg', data: '%', compressed: 'false' } }),
      '[diagram: a.svg]',
    ],
    [
      'a compressed drawing',
      macro('plantumlcloud', { parameters: { filename: 'a.svg', data: 'UzUx', compressed: 'true' } }),
      '[diagram: a.svg]',
    ],
    ['a drawing in Mermaid', macro('mermaid', { plain: 'a --> b' }), lines('```mermaid', 'a --> b', '```')],
    [
      'a formula in a line',
      `<p>If ${macro('eazy-math-inline', { parameters: { body: 'a&lt;b_i' } })} holds</p>`,
      'If $a< b_i$ holds',
    ],
    ['a formula', macro('easy-math-block', { parameters: { body: 'a\n = b' } }), '$$a = b$$'],
    ['a person', `<p>${macro('profile', { parameters: { user: '<ri:user ri:account-id="5b10" />' } })}</p>`, '@user'],
    [
      'a widget',
      macro('widget', { parameters: { url: '<ri:url ri:value="https://x.io/v?a=1" />' } }),
      '<https://x.io/v?a=1>',
    ],
    ['a tab', macro('ui-tab', { parameters: { title: 'Linux' }, rich: '<p>a</p>' }), lines('**Linux**', '', 'a')],
    ['an anchor', `<p>a${macro('anchor', { parameters: { '': 'x' } })}</p>`, 'a'],
    ['an unknown macro with a body', macro('fancy', { rich: '<p>a</p>' }), lines('[macro: fancy]', '', 'a')],
    [
      'an unknown macro with a title',
      macro('fancy', { parameters: { title: 'T' }, rich: '<p>a</p>' }),
      lines('[macro: fancy, T]', '', 'a'),
    ],
    ['a query with signs', macro('jira', { parameters: { jqlQuery: 'text ~ "*a*"' } }), 'text ~ "\\*a\\*"'],
    ['an unknown macro without a body', `<p>a ${macro('fancy')} b</p>`, 'a [macro: fancy] b'],
    [
      'a macro inside a paragraph',
      `<p>a ${macro('code', { plain: 'b' })} c</p>`,
      lines('a', '', '```', 'b', '```', '', 'c'),
    ],
    [
      'a panel inside a panel',
      macro('info', { rich: macro('code', { plain: 'a' }) }),
      lines('> **Info:**', '>', '> ```', '> a', '> ```'),
    ],
    ['columns', macro('section', { rich: macro('column', { rich: '<p>a</p>' }) }), 'a'],
  ])('writes %s', (_construct, storage, markdown) => {
    expect(pageMarkdown(storage)).toBe(markdown);
  });

  it('repeats what a panel is for each of its blocks that stands alone', () => {
    const { blocks } = parseStorage(macro('warning', { rich: '<p>a</p><p>b</p>' }));
    expect(blocks.map(({ markdown }) => markdown)).toEqual(['> **Warning:** a', '> **Warning:** b']);
  });

  it('does not find the names of macros and parameters', () => {
    expect(pageText(macro('fancy', { parameters: { colour: 'Green' }, rich: 'a' }))).toBe('\na');
  });

  describe('of the new editor', () => {
    const panel = (content: string, fallback: string): string =>
      `<ac:adf-extension><ac:adf-node type="panel"><ac:adf-attribute key="panel-type">note</ac:adf-attribute><ac:adf-content>${content}</ac:adf-content></ac:adf-node><ac:adf-fallback>${fallback}</ac:adf-fallback></ac:adf-extension>`;

    it('writes the content of an extension once', () => {
      expect(pageMarkdown(panel('<p>a</p>', '<div><p>a</p></div>'))).toBe('> **Note:** a');
    });

    it('gives a custom panel no name', () => {
      expect(pageMarkdown(panel('<p>a</p>', '').replace('note', 'custom'))).toBe('> a');
    });

    it('writes the fallback of an extension that has nothing else', () => {
      expect(
        pageMarkdown(
          '<ac:adf-extension><ac:adf-node type="x" /><ac:adf-fallback><p>a</p></ac:adf-fallback></ac:adf-extension>',
        ),
      ).toBe('a');
    });

    it('writes the fallback of an extension whose own content is empty, and an image that is all of it', () => {
      expect(pageMarkdown(panel('', '<p>b</p>'))).toBe('b');
      expect(pageMarkdown(panel('<ac:image ac:alt="a"><ri:attachment ri:filename="a.png" /></ac:image>', ''))).toBe(
        '> **Note:** ![a](a.png)',
      );
    });

    it('gives no name to a node of an unknown kind, whatever it is called', () => {
      expect(pageMarkdown(panel('<p>a</p>', '').replace('type="panel"', 'type="constructor"'))).toBe('a');
    });

    it('names decisions', () => {
      const item = (text: string): string =>
        `<ac:adf-node type="decision-item"><ac:adf-attribute key="state">DECIDED</ac:adf-attribute><ac:adf-content>${text}</ac:adf-content></ac:adf-node>`;
      const list = `<ac:adf-extension><ac:adf-node type="decision-list">${item('a')}${item('b')}</ac:adf-node><ac:adf-fallback><ul><li>a</li></ul></ac:adf-fallback></ac:adf-extension>`;
      expect(pageMarkdown(list)).toBe(lines('> **Decision:** a', '', '> **Decision:** b'));
    });
  });
});

describe('parseStorage on tables', () => {
  const table = (...rows: readonly string[]): string =>
    `<table><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table>`;

  it.each([
    ['a head', table('<th>a</th><th>b</th>', '<td>1</td><td>2</td>'), lines('| a | b |', '| --- | --- |', '| 1 | 2 |')],
    [
      'a head of several rows',
      table('<th colspan="2">x</th><th rowspan="2">c</th>', '<th>a</th><th>b</th>', '<td>1</td><td>2</td><td>3</td>'),
      lines('| x |  | c |', '| --- | --- | --- |', '| a | b | c |', '| 1 | 2 | 3 |'),
    ],
    [
      'a column of row headers',
      table('<th>a</th><td>1</td>', '<th>b</th><td>2</td>'),
      lines('|  |  |', '| --- | --- |', '| a | 1 |', '| b | 2 |'),
    ],
    [
      'row headers below a head with an empty corner',
      table('<td></td><th>x</th>', '<th>a</th><td>1</td>'),
      lines('|  | x |', '| --- | --- |', '| a | 1 |'),
    ],
    [
      'a row header without a value',
      table('<th>a</th><td></td>', '<th>b</th><td>2</td>'),
      lines('|  |  |', '| --- | --- |', '| a |', '| b | 2 |'),
    ],
    [
      'a caption and sections',
      '<table><caption>T</caption><colgroup><col /></colgroup><thead><tr><th>a</th></tr></thead><tfoot><tr><td>b</td></tr></tfoot></table>',
      lines('T', '', '| a |', '| --- |', '| b |'),
    ],
    [
      'a panel, a task and an image in a cell',
      table(
        '<th>a</th>',
        `<td>${macro('info', { rich: '<p>b</p>' })}<ac:task-list><ac:task><ac:task-status>complete</ac:task-status><ac:task-body>c</ac:task-body></ac:task></ac:task-list><ac:image ac:alt="d"><ri:attachment ri:filename="d.png" /></ac:image></td>`,
      ),
      lines('| a |', '| --- |', '| **Info:** b<br>• [x] c<br>![d](d.png) |'),
    ],
    ['pipes', table('<th>a|b</th>', '<td><code>c|d</code></td>'), lines('| a\\|b |', '| --- |', '| `c\\|d` |')],
    [
      'several blocks in a cell',
      table('<th>a</th>', '<td><p>b</p><ul><li>c</li><li>d</li></ul></td>'),
      lines('| a |', '| --- |', '| b<br>• c<br>• d |'),
    ],
    [
      'code in a cell',
      table('<th>a</th>', `<td>${macro('code', { plain: 'b\nc' })}</td>`),
      lines('| a |', '| --- |', '| `b`<br>`c` |'),
    ],
    [
      'a cell over rows',
      table('<th>a</th><th>b</th>', '<td rowspan="2">x</td><td>1</td>', '<td>2</td>'),
      lines('| a | b |', '| --- | --- |', '| x | 1 |', '| x | 2 |'),
    ],
    [
      'a cell over columns',
      table('<th>a</th><th>b</th>', '<td colspan="2">x</td>'),
      lines('| a | b |', '| --- | --- |', '| x |'),
    ],
    [
      'a table in a cell',
      table('<th>a</th>', `<td>${table('<td>x</td><td>y</td>')}</td>`),
      lines('| a |', '| --- |', '| x \\| y |'),
    ],
    [
      'a table with links and pipes in a cell',
      table('<th>a</th>', `<td>${table('<th>x</th>', '<td><a href="https://x.io">b|c</a></td>')}</td>`),
      lines('| a |', '| --- |', '| x<br>[b\\|c](https://x.io) |'),
    ],
    [
      'titled panels in a cell',
      table(
        '<th>a</th>',
        `<td>${macro('note', { parameters: { title: 'b|c' }, rich: 'd' })}${macro('panel', { parameters: { title: 'e' }, rich: macro('code', { plain: 'f' }) })}</td>`,
      ),
      lines('| a |', '| --- |', '| **Note: b\\|c:** d<br>**e:**<br>`f` |'),
    ],
    ['no words', table('<td> </td>'), ''],
  ])('writes one with %s', (_construct, storage, markdown) => {
    expect(pageMarkdown(storage)).toBe(markdown);
  });

  it('keeps every cell, and repeats one in every row that it spans, of a table of any size', () => {
    const wide = table(Array.from({ length: 300 }, (_, place) => `<td>n${String(place)}</td>`).join(''));
    expect(pageMarkdown(wide).match(/n\d+/g)).toHaveLength(300);
    const tall = table('<td rowspan="300">a</td><td>b</td>', ...Array.from({ length: 299 }, () => '<td>b</td>'));
    expect(pageMarkdown(tall).match(/^\| a \| b \|$/gm)).toHaveLength(300);
  });

  const headOf = (storage: string): string | undefined => {
    const [body] = parseStorage(storage).blocks.map((block) => block.body);
    return body?.form === 'table' ? body.head.markdown : undefined;
  };

  it.each([
    ['several rows of header cells', ['<th>a</th>', '<th>b</th>', '<td>1</td>'], '| a |\n| --- |\n| b |'],
    ['one row where all are header cells', ['<th>a</th>', '<th>b</th>'], '| a |\n| --- |'],
    ['one row where many are', [...Array.from({ length: 9 }, () => '<th>a</th>'), '<td>1</td>'], '| a |\n| --- |'],
    [
      'a first row in bold',
      ['<td><p><strong>a</strong></p></td><td><b>b</b></td>', '<td>1</td><td>2</td>'],
      '| **a** | **b** |\n| --- | --- |',
    ],
    [
      'no row in bold where the next one is too',
      ['<td><b>a</b></td><td><b>b</b></td>', '<td><b>c</b></td><td><b>d</b></td>'],
      '|  |  |\n| --- | --- |',
    ],
    ['no row in bold where it is the only one', ['<td><b>a</b></td><td><b>b</b></td>'], '|  |  |\n| --- | --- |'],
    [
      'no row of which a part is in bold',
      ['<td><b>a</b></td><td>b</td>', '<td>1</td><td>2</td>'],
      '|  |  |\n| --- | --- |',
    ],
  ])('heads each part of a table with %s', (_, rows, head) => {
    expect(headOf(table(...rows))).toBe(head);
  });

  it('does not grow with the number of rows that a cell claims to span', () => {
    const cell = `<td rowspan="100">${'word '.repeat(1000)}</td>`;
    const storage = table(cell + '<td>1</td>', ...Array.from({ length: 99 }, () => '<td>2</td>'));
    expect(pageMarkdown(storage).length).toBeLessThan(4 * storage.length);
  });
});
