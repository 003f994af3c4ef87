import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseStorageTree } from '../../src/excerpts/markup/parse-storage-tree';
import { isElement, textContent, type StorageElement, type StorageNode } from '../../src/excerpts/markup/storage-node';
import { parseStorage } from '../../src/excerpts/parse-storage';
import { tokenize } from '../../src/excerpts/tokenize';
import { pageMarkdown } from './page-markdown';

const ROOT = join(__dirname, '..', '..', '..', 'shared', 'fixtures', 'storage');

/** Not for a reader's eyes; of an extension, what it holds a second time. */
const UNSEEN = new Set([
  'ac:parameter',
  'ac:task-id',
  'ac:task-uuid',
  'ac:task-status',
  'ac:placeholder',
  'style',
  'script',
]);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name))
      : /\.(?:xml|xhtml)$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );

/** Text as it is seen, a space at each end of an element that is not part of a word. */
const seenText = (node: StorageNode): string => {
  if (!isElement(node)) return node;
  if (UNSEEN.has(node.name)) return '';
  if (node.attributes.get('aria-hidden') === 'true') return '';
  const seen = node.name === 'semantics' ? elementsNamed(node, 'annotation') : node.children;
  const inner = seen.map(seenText).join('');
  return /^(?:a|b|i|u|s|em|strong|code|span|sub|del|ins|font|small|big|ac:inline-comment-marker)$/.test(node.name)
    ? inner
    : ` ${inner} `;
};

const elementsNamed = (node: StorageNode, name: string): readonly StorageElement[] =>
  isElement(node)
    ? [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => elementsNamed(child, name))]
    : [];

const missingFrom = (found: readonly string[], wanted: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
};

const files = existsSync(ROOT) ? filesIn(ROOT) : [];
if (files.length === 0) process.stderr.write(`storage-fixtures: NOT RUN, there are no page bodies in ${ROOT}\n`);

describe('parseStorage on pages of other products', () => {
  const pages = files.map((file) => ({ file, storage: readFileSync(file, 'utf8') }));

  it('keeps at least 99.5 % of the words of each', () => {
    const poor = pages.flatMap(({ file, storage }) => {
      const wanted = tokenize(seenText(parseStorageTree(storage).root));
      const missing = missingFrom(tokenize(pageMarkdown(storage)), wanted);
      return missing.length > wanted.length * 0.005 ? [{ file, missing: missing.slice(0, 10) }] : [];
    });
    expect(poor).toEqual([]);
  });

  it('keeps every line of code', () => {
    const lost = pages.flatMap(({ file, storage }) => {
      const written = new Set(
        pageMarkdown(storage)
          .split('\n')
          .map((line) => line.replace(/^[>\s]*/, '').trim()),
      );
      return elementsNamed(parseStorageTree(storage).root, 'ac:plain-text-body')
        .flatMap((body) => textContent(body).split('\n'))
        .filter((line) => line.trim() !== '' && !written.has(line.replace(/^[>\s]*/, '').trim()))
        .map((line) => ({ file, line }));
    });
    expect(lost).toEqual([]);
  });

  it('keeps the words of every cell in the tables', () => {
    const lost = pages.flatMap(({ file, storage }) => {
      const root = parseStorageTree(storage).root;
      const cells = ['td', 'th'].flatMap((name) => elementsNamed(root, name));
      const rows = parseStorage(storage).blocks.filter(({ kind }) => kind === 'table');
      const written = tokenize(rows.map(({ markdown }) => markdown).join('\n'));
      return missingFrom(
        written,
        cells.flatMap((cell) => tokenize(seenText(cell))),
      ).map((word) => ({ file, word }));
    });
    expect(lost).toEqual([]);
  });

  it('keeps the target of every link', () => {
    const lost = pages.flatMap(({ file, storage }) => {
      const markdown = decodeURIComponent(pageMarkdown(storage).replace(/%(?![0-9a-f]{2})/gi, '%25')).replace(
        /\\/g,
        '',
      );
      return elementsNamed(parseStorageTree(storage).root, 'a')
        .map((link) => link.attributes.get('href') ?? '')
        .filter(
          (href) =>
            !markdown.includes(decodeURIComponent(href.replace(/%(?![0-9a-f]{2})/gi, '%25')).replace(/\\/g, '')),
        )
        .map((href) => ({ file, href }));
    });
    expect(lost).toEqual([]);
  });

  it('reads each as complete', () => {
    expect(pages.filter(({ storage }) => !parseStorage(storage).complete).map(({ file }) => file)).toEqual([]);
  });
});
