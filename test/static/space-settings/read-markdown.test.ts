import { describe, expect, it } from '@jest/globals';

import { readMarkdown } from '../../../static/space-settings/markdown/read-markdown';

const text = (words: string) => ({ kind: 'text', text: words });
const paragraph = (...parts: readonly unknown[]) => ({ kind: 'paragraph', parts });

describe('readMarkdown', () => {
  it('reads headings, paragraphs and marks', () => {
    expect(readMarkdown('## How *we* do\n\nIt is **bold**, ~~gone~~ and `code`.')).toEqual([
      { kind: 'heading', parts: [text('How '), { kind: 'em', parts: [text('we')] }, text(' do')] },
      paragraph(
        text('It is '),
        { kind: 'strong', parts: [text('bold')] },
        text(', '),
        { kind: 'strike', parts: [text('gone')] },
        text(' and '),
        { kind: 'code', text: 'code' },
        text('.'),
      ),
    ]);
  });

  it('keeps the numbers of a list that begins further down', () => {
    expect(readMarkdown('5. five\n6. six')).toEqual([
      { kind: 'list', first: 5, items: [[paragraph(text('five'))], [paragraph(text('six'))]] },
    ]);
  });

  it.each([
    ['close together', '- [x] done\n- [ ] open'],
    ['apart', '- [x] done\n\n- [ ] open'],
  ])('keeps the boxes of tasks that are %s', (_, markdown) => {
    expect(readMarkdown(markdown)).toEqual([
      { kind: 'list', items: [[paragraph(text('☑ '), text('done'))], [paragraph(text('☐ '), text('open'))]] },
    ]);
  });

  it('keeps what is nested in an item', () => {
    expect(readMarkdown('- one\n  - two\n\n  ```\n  code\n  ```')).toEqual([
      {
        kind: 'list',
        items: [
          [paragraph(text('one')), { kind: 'list', items: [[paragraph(text('two'))]] }, { kind: 'code', text: 'code' }],
        ],
      },
    ]);
  });

  it('reads tables, with their cells and line breaks', () => {
    expect(readMarkdown('| a | b |\n| --- | --- |\n| 1<br>2 | x \\| y |')).toEqual([
      {
        kind: 'table',
        head: [[text('a')], [text('b')]],
        rows: [[[text('1'), { kind: 'break' }, text('2')], [text('x | y')]]],
      },
    ]);
  });

  it('takes HTML for text, and an image for its description', () => {
    const read = JSON.stringify(
      readMarkdown('<script>alert(1)</script>\n\nsee <b>this</b> ![a plan](https://example.net/x.png)'),
    );
    expect(read).toContain('<script>alert(1)</script>');
    expect(read).toContain('a plan');
    expect(read).not.toContain('x.png');
  });

  it('reads quotes and links as they are written', () => {
    expect(readMarkdown('> **Note:** see [this](https://example.net/a)')).toEqual([
      {
        kind: 'quote',
        blocks: [
          paragraph({ kind: 'strong', parts: [text('Note:')] }, text(' see '), {
            kind: 'link',
            href: 'https://example.net/a',
            parts: [text('this')],
          }),
        ],
      },
    ]);
  });
});
