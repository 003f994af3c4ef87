import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseStorage } from '../../src/excerpts/parse-storage';
import { BEGINNING, isReadable, readPiece } from '../../src/excerpts/read-piece';
import { pageMarkdown } from './page-markdown';

/** All pieces of a page; every position on the way must be one that can be come to. */
const read = (storage: string, maxChars: number): readonly string[] => {
  const { blocks } = parseStorage(storage);
  const pieces: string[] = [];
  for (let piece = readPiece(blocks, BEGINNING, maxChars); ; piece = readPiece(blocks, piece.next, maxChars)) {
    pieces.push(piece.markdown);
    if (piece.next === undefined) return pieces;
    expect(isReadable(blocks, piece.next)).toBe(true);
    expect(pieces.length).toBeLessThan(storage.length + 2);
  }
};

const code = (lines: readonly string[], language = ''): string =>
  `<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">${language}</ac:parameter>` +
  `<ac:plain-text-body><![CDATA[${lines.join('\n')}]]></ac:plain-text-body></ac:structured-macro>`;
const panel = (body: string): string =>
  `<ac:structured-macro ac:name="info"><ac:rich-text-body>${body}</ac:rich-text-body></ac:structured-macro>`;
const table = (rows: readonly (readonly string[])[]): string =>
  `<table><tbody><tr><th>Name</th><th>Meaning</th></tr>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;
const sentences = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Sentence number ${index} says that all is well here.`).join(' ');

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

describe('readPiece', () => {
  it('gives a page whole when it fits', () => {
    const storage = `<h2>Keys</h2><p>Rotate.</p><ul><li>one</li><li>two</li></ul>${code(['a', 'b'])}`;
    expect(read(storage, 500)).toEqual([pageMarkdown(storage)]);
    expect(read('', 500)).toEqual(['']);
  });

  it('ends pieces between blocks, so that they put together are the page', () => {
    const storage = Array.from({ length: 60 }, (_, index) => `<p>Paragraph ${index} of the long page.</p>`).join('');
    const pieces = read(storage, 500);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.join('\n\n')).toBe(pageMarkdown(storage));
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(500);
  });

  it('does not cut what fits into a piece of its own', () => {
    const lines = Array.from({ length: 12 }, (_, index) => `const value${index} = ${index};`);
    const item = sentences(5);
    const storage = `<p>${sentences(4)}</p>${code(lines)}<ul><li>${item}</li><li>${item}</li></ul>`;
    const pieces = read(storage, 400);
    expect(pieces).toContain(['```', ...lines, '```'].join('\n'));
    expect(pieces.filter((piece) => piece === `- ${item}`)).toHaveLength(2);
  });

  it('takes a heading along with what stands below it', () => {
    const storage = `<p>${sentences(6)}</p><h2>Errors</h2><h3>Body</h3><p>${sentences(6)}</p>`;
    const [first = '', second = ''] = read(storage, 400);
    expect(first).not.toContain('#');
    expect(second).toMatch(/^## Errors\n\n### Body\n\nSentence number 0/);
  });

  it('cuts a long code block between lines and gives each part its fences', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `  line(${index});`);
    const pieces = read(code(lines, 'java'), 300);
    for (const piece of pieces) {
      expect(piece).toMatch(/^```java\n[\s\S]*\n```$/);
      expect(piece.length).toBeLessThanOrEqual(300);
    }
    expect(pieces.flatMap((piece) => piece.split('\n').slice(1, -1))).toEqual(lines);
  });

  it('cuts a long table between rows and repeats its head', () => {
    const rows = Array.from({ length: 50 }, (_, index) => [`key-${index}`, `what ${index} is for`]);
    const pieces = read(table(rows), 300);
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(piece).toMatch(/^\| Name \| Meaning \|\n\| --- \| --- \|\n\| key-/);
    expect(pieces.flatMap((piece) => piece.split('\n').slice(2))).toEqual(
      rows.map(([key = '', meaning = '']) => `| ${key} | ${meaning} |`),
    );
  });

  it('cuts a long paragraph between sentences, and fills what a heading above it leaves', () => {
    const pieces = read(`<h2>All</h2><p>${sentences(40)}</p>`, 300);
    expect(pieces[0]).toMatch(/^## All\n\nSentence number 0/);
    expect(pieces.slice(0, -1).every((piece) => piece.endsWith('here.'))).toBe(true);
    expect(pieces.join(' ')).toBe(`## All\n\n${sentences(40)}`);
  });

  it('makes no heading or list of a sentence that a piece begins with', () => {
    const text = Array.from({ length: 40 }, () => '# Is a sign. - Is one too, at the beginning of a sentence.').join(
      ' ',
    );
    for (const piece of read(`<p>${text}</p>`, 120).slice(1)) expect(piece).toMatch(/^\\[#-]/);
  });

  it.each([
    ['a long bold text', `<p><strong>${'word '.repeat(400)}</strong></p>`],
    ['a long line of code', code([`x = ${'word '.repeat(400)}`, 'y = 1'])],
    [
      'a long row',
      table([
        ['short', 'row'],
        ['word '.repeat(400), 'end'],
      ]),
    ],
    [
      'a head longer than a piece',
      `<table><tbody><tr><th>${'word '.repeat(400)}</th></tr><tr><td>cell</td></tr></tbody></table>`,
    ],
    ['a fence longer than a piece', code(['`'.repeat(2000), 'word '.repeat(200)])],
  ])('cuts %s between words', (_, storage) => {
    const pieces = read(`<p>before</p>${storage}<p>after</p>`, 500);
    const text = pieces.join('\n');
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(500);
    expect(text.match(/\bword\b/g)).toHaveLength(storage.match(/\bword\b/g)?.length ?? 0);
    expect(text).toMatch(/before[\s\S]*after/);
  });

  it('never parts the halves of a character', () => {
    const pieces = read(`<p>${'😀'.repeat(1000)}</p>`, 301);
    expect(pieces.every(isWellFormed)).toBe(true);
    expect(pieces.join('')).toBe('😀'.repeat(1000));
  });

  it('does not take a position that is not in the blocks', () => {
    const { blocks } = parseStorage('<p>one</p><p>two</p>');
    expect(isReadable(blocks, { block: 1, at: 2 })).toBe(true);
    expect(isReadable(blocks, { block: 1, at: 3 })).toBe(false);
    expect(isReadable(blocks, { block: 2, at: 0 })).toBe(false);
    expect(isReadable([], BEGINNING)).toBe(true);
  });

  const word = fc.oneof(
    fc.constantFrom('alpha', 'Bravo', 'HTTP_TIMEOUT', 'a*b', '#1', '1.', '|', '`tick`', '日本語', '😀', 'end.', '\\'),
    fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/[<>&\]\s\p{C}]/gu, 'x')),
    fc.constantFrom(10, 60, 150).map((length) => 'long'.repeat(length)),
  );
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
  const inline = fc
    .tuple(fc.constantFrom('', 'strong', 'em', 'code'), text)
    .map(([tag, words]) => (tag === '' ? words : `<${tag}>${words}</${tag}>`));
  const { block } = fc.letrec<{ block: string; nested: string }>((tie) => ({
    nested: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((blocks) => blocks.join('')),
    block: fc.oneof(
      { depthSize: 'xsmall', withCrossShrink: true },
      fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => `<p>${parts.join(' ')}</p>`),
      text.map((words) => `<h2>${words}</h2>`),
      fc.array(text, { maxLength: 6 }).map((lines) => code(lines)),
      fc.array(fc.array(inline, { minLength: 1, maxLength: 3 }), { maxLength: 4 }).map(table),
      tie('nested').map((body) => `<ul><li>${body}</li><li>${body}</li></ul>`),
      tie('nested').map(panel),
    ),
  }));
  const page = fc.array(block, { maxLength: 5 }).map((blocks) => blocks.join(''));
  /** The first letter that is not among the others, where all must come in the same order. */
  const firstMissing = (wanted: string, shown: string): string | undefined => {
    let at = 0;
    return Array.from(wanted).find((letter) => (at = shown.indexOf(letter, at) + 1) === 0);
  };
  const letters = (markdown: string): string => markdown.replace(/[^\p{L}\p{N}]/gu, '');

  it('keeps to the limit, comes to an end, and loses no word in any page', () => {
    fc.assert(
      fc.property(page, fc.integer({ min: 100, max: 2000 }), (storage, maxChars) => {
        const pieces = read(storage, maxChars);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(maxChars);
          expect(isWellFormed(piece)).toBe(true);
        }
        // Heads and labels are repeated, so the page's letters are among those of the pieces, in their order.
        const said = parseStorage(storage).blocks.map(({ text: words }) => words);
        expect(firstMissing(letters(said.join('')), letters(pieces.join('')))).toBeUndefined();
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});
