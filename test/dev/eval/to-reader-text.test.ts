import { describe, expect, it } from '@jest/globals';
import { toReaderText } from '../../../dev/eval/to-reader-text';

describe('toReaderText', () => {
  it.each([
    ['links', 'See [the *guide*](https://example.com/x) now', 'See the guide now'],
    ['escapes', 'snake\\_case \\# 1', 'snake_case # 1'],
    ['headings and lists', '## Setup\n\n1. First\n2. Second\n   line', 'Setup\nFirst\nSecond\nline'],
    ['code', 'Run `a_b`:\n\n```yaml\nkey: *x*\n```', 'Run a_b:\nkey: *x*'],
    ['tables', '| A | B |\n| --- | --- |\n| 1 | **2** |', 'A\nB\n1\n2'],
    ['quotes', '> **Note**\n> text', 'Note\ntext'],
    ['what looks like HTML', 'a <b> c', 'a <b> c'],
  ])('takes the markup from %s', (_, markdown, text) => {
    expect(toReaderText(markdown)).toBe(text);
  });
});
