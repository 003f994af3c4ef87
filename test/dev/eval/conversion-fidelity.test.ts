import { describe, expect, it } from '@jest/globals';
import { measureFidelity } from '../../../dev/eval/conversion-fidelity';

const macro = (name: string, body: string): string =>
  `<ac:structured-macro ac:name="${name}">${body}</ac:structured-macro>`;
const code = (text: string): string => macro('code', `<ac:plain-text-body><![CDATA[${text}]]></ac:plain-text-body>`);

const lostOf = (storage: string, markdown: string) => {
  const { words, codeLines, cells, links } = measureFidelity(storage, markdown);
  return { words: words.lost, codeLines: codeLines.lost, cells: cells.lost, links: links.lost };
};
const NOTHING = { words: [], codeLines: [], cells: [], links: [] };

describe('measureFidelity', () => {
  it.each([
    ['words', '<p>One &amp; two&nbsp;three</p>', 'One & **two** three', 3],
    ['codeLines', code('if (a) {\n  b();\n\n}'), '```\nif (a) {\n  b();\n\n}\n```', 3],
    ['cells', '<table><tr><th>a b</th><td>c</td><td /></tr></table>', '| b a | a b | c |\n| --- | --- | --- |', 2],
    ['links', '<p><a href="https://x.io/a b">c</a></p>', '[c](https://x.io/a%20b)', 1],
  ] as const)('counts the %s of a page', (aspect, storage, markdown, total) => {
    expect(measureFidelity(storage, markdown)[aspect]).toEqual({ kept: total, total, lost: [] });
  });

  it('counts a word as often as it occurs', () => {
    expect(lostOf('<p>a b a</p>', 'a b')).toEqual({ ...NOTHING, words: ['a'] });
  });

  it('does not take the address of a link for words', () => {
    expect(lostOf('<p>guide</p>', '[x](https://guide.io)').words).toEqual(['guide']);
  });

  it('takes code for lost when its indentation is, or when it is no code', () => {
    expect(lostOf(code('  a'), '```\na\n```')).toEqual({ ...NOTHING, codeLines: ['  a'] });
    expect(lostOf(code('a'), 'a')).toEqual({ ...NOTHING, codeLines: ['a'] });
  });

  it('takes a cell for lost when its words stand in two, or in none', () => {
    const table = '<table><tr><td>a b</td></tr></table>';
    expect(lostOf(table, '| a | b |\n| --- | --- |').cells).toEqual(['a b']);
    expect(lostOf(table, 'a b').cells).toEqual(['a b']);
  });

  it('lets a cell hold more than it did, but serve only once', () => {
    const table = '<table><tr><td>a</td><td>a</td></tr></table>';
    expect(lostOf(table, '| a (page: x) |\n| --- |').cells).toEqual(['a']);
  });

  it('takes a link for lost when its address or its page is', () => {
    expect(lostOf('<p><a href="https://x.io">c</a></p>', 'c').links).toEqual(['https://x.io']);
    expect(lostOf('<p><ac:link><ri:page ri:content-title="A b" /></ac:link></p>', 'A').links).toEqual(['A b']);
    expect(lostOf('<p><ac:link><ri:page ri:content-title="A b" /></ac:link></p>', 'see a B')).toEqual(NOTHING);
  });

  it('wants only what a reader sees', () => {
    const hidden = `${macro('toc', '<ac:parameter ac:name="style">x</ac:parameter>')}<p>a<ac:placeholder>b</ac:placeholder></p>`;
    const task = '<ac:task><ac:task-id>1</ac:task-id><ac:task-body>c</ac:task-body></ac:task>';
    expect(measureFidelity(hidden + task, 'a c').words).toEqual({ kept: 2, total: 2, lost: [] });
  });

  it('wants the title of a panel, the text of a status, and a date', () => {
    const title = '<ac:parameter ac:name="title">T1</ac:parameter>';
    const storage = macro('info', title) + macro('status', title) + '<time datetime="2026-01-02" />';
    expect(lostOf(storage, '')).toEqual({ ...NOTHING, words: ['t1', 't1', '2026', '01', '02'] });
  });

  it('wants of what is kept twice only one', () => {
    const node = (content: string): string =>
      `<ac:adf-extension><ac:adf-node type="panel">${content}</ac:adf-node><ac:adf-fallback>a</ac:adf-fallback></ac:adf-extension>`;
    expect(measureFidelity(node('<ac:adf-content>a</ac:adf-content>'), 'a').words.total).toBe(1);
    expect(measureFidelity(node(''), 'a').words.total).toBe(1);
  });
});
