import { describe, expect, it } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import {
  FIDELITY_ASPECTS,
  measureFidelity,
  type ConversionFidelity,
  type FidelityAspect,
} from '../../dev/eval/conversion-fidelity';
import { DomUtils, parseDocument } from 'htmlparser2';
import { parseStorage } from '../../src/excerpts/parse-storage';
import { readEvaluationPages, readStorageFixtures, type StorageDocument } from '../support/storage-documents';
import { pageMarkdown } from './page-markdown';

/** What is lost on purpose, and why. One that is no longer lost has to go from here. */
const EXCEPTIONS: readonly { readonly lost: string; readonly why: string }[] = [
  { lost: 'macros/plantuml-json-body words', why: 'the drawing is taken out of the JSON that wraps it' },
  { lost: 'macros/plantuml-json-body codeLines', why: 'the drawing is taken out of the JSON that wraps it' },
];

type Measured = StorageDocument & { readonly markdown: string; readonly fidelity: ConversionFidelity };

const measure = ({ name, storage }: StorageDocument): Measured => {
  const markdown = pageMarkdown(storage);
  return { name, storage, markdown, fidelity: measureFidelity(storage, markdown) };
};

const shareOf = (pages: readonly Measured[], aspect: FidelityAspect): number => {
  const sum = (part: 'kept' | 'total'): number =>
    pages.reduce((total, { fidelity }) => total + fidelity[aspect][part], 0);
  return sum('total') === 0 ? 1 : sum('kept') / sum('total');
};

const reader = new MarkdownIt({ html: true });

describe.each([
  ['of other converters', readStorageFixtures().map(measure), EXCEPTIONS],
  ['of the evaluation', readEvaluationPages().map(measure), []],
] as const)('parseStorage on the pages %s', (_origin, pages, exceptions) => {
  const ordinary = pages.filter(({ name }) => !exceptions.some(({ lost }) => lost.startsWith(`${name} `)));

  it('loses nothing but what is listed', () => {
    const lost = pages.flatMap(({ name, fidelity }) =>
      FIDELITY_ASPECTS.filter((aspect) => fidelity[aspect].lost.length > 0).map((aspect) => `${name} ${aspect}`),
    );
    expect(lost).toEqual(pages.length === 0 ? [] : exceptions.map((exception) => exception.lost));
  });

  it.each([
    ['words', 0.995],
    ['codeLines', 1],
    ['cells', 1],
    ['links', 1],
  ] as const)('keeps of its %s a share of at least %d', (aspect, floor) => {
    expect(shareOf(ordinary, aspect)).toBeGreaterThanOrEqual(floor);
  });

  it('writes Markdown with the structure of the page', () => {
    const different = pages.flatMap(({ name, storage, markdown }) => {
      const tokens = reader.parse(markdown, {});
      const count = (type: string): number => tokens.filter((token) => token.type === type).length;
      const blocks = parseStorage(storage).blocks;
      const written = {
        headings: count('heading_open'),
        tables: count('table_open'),
        fences: count('fence'),
        indentedCode: count('code_block'),
      };
      const wanted = {
        headings: blocks.filter(({ kind }) => kind === 'heading').length,
        tables: blocks.filter(({ kind }) => kind === 'table').length,
        fences: blocks.filter(({ kind }) => kind === 'code').length,
        indentedCode: 0,
      };
      return JSON.stringify(written) === JSON.stringify(wanted) ? [] : [{ name, written, wanted }];
    });
    expect(different).toEqual([]);
  });

  it('nests lists as deep as the page does', () => {
    const different = pages.flatMap(({ name, storage, markdown }) => {
      const written = listDepths(markdown);
      const wanted = readItemDepths(storage);
      return JSON.stringify(written) === JSON.stringify(wanted)
        ? []
        : [`${name} ${written.join('')} instead of ${wanted.join('')}`];
    });
    expect(different).toEqual([]);
  });

  it('reads each as complete', () => {
    expect(pages.filter(({ storage }) => !parseStorage(storage).complete).map(({ name }) => name)).toEqual([]);
  });
});

/** How deep each list item stands, in reading order. */
const listDepths = (markdown: string): readonly number[] => {
  let depth = 0;
  return reader.parse(markdown, {}).flatMap(({ type }) => {
    if (type === 'bullet_list_open' || type === 'ordered_list_open') depth += 1;
    if (type === 'bullet_list_close' || type === 'ordered_list_close') depth -= 1;
    return type === 'list_item_open' ? [depth] : [];
  });
};

/** The same, from the page: of items that have text of their own and stand outside of tables. */
const readItemDepths = (storage: string): readonly number[] => {
  const root = parseDocument(storage, { xmlMode: true, decodeEntities: false });
  const isItem = (name: string): boolean => name === 'li' || name === 'ac:task';
  return DomUtils.findAll(({ name }) => isItem(name), root.children).flatMap((item) => {
    const above: string[] = [];
    for (let node = item.parent; node !== null && DomUtils.isTag(node); node = node.parent) above.push(node.name);
    const holdsSomething = DomUtils.existsOne(({ name }) => /^(?:ri:|img$)/.test(name), item.children);
    const isShown =
      !above.includes('td') && !above.includes('th') && (holdsSomething || DomUtils.textContent(item).trim() !== '');
    return isShown ? [1 + above.filter(isItem).length] : [];
  });
};
