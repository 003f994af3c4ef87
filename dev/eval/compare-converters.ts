import { NodeHtmlMarkdown } from 'node-html-markdown';
import TurndownService from 'turndown';
import { layOutBlocks } from '../../src/excerpts/markdown/lay-out-blocks';
import { parseStorage } from '../../src/excerpts/parse-storage';
import { measureFidelity, type FidelityAspect } from './conversion-fidelity';

/** What one converter kept of all pages together. */
export type ConverterRow = {
  readonly converter: string;
  readonly kept: Readonly<Record<FidelityAspect, { readonly kept: number; readonly total: number }>>;
};

const CONVERTERS: Readonly<Record<string, () => (storage: string) => string>> = {
  ours: () => (storage) => layOutBlocks(parseStorage(storage).blocks.map((block) => ({ block }))),
  turndown: () => {
    const service = new TurndownService();
    return (storage) => service.turndown(storage);
  },
  'node-html-markdown': () => {
    const service = new NodeHtmlMarkdown();
    return (storage) => service.translate(storage);
  },
};

/**
 * Measures what this app and two published converters (with their default settings; they know HTML, not macros) keep of
 * the same page bodies.
 */
export const compareConverters = (bodies: readonly string[]): readonly ConverterRow[] =>
  Object.entries(CONVERTERS).map(([converter, create]) => {
    const convert = create();
    const all = bodies.map((storage) => measureFidelity(storage, convert(storage)));
    const sum = (aspect: FidelityAspect, part: 'kept' | 'total'): number =>
      all.reduce((total, fidelity) => total + fidelity[aspect][part], 0);
    return {
      converter,
      kept: toRecord((aspect) => ({ kept: sum(aspect, 'kept'), total: sum(aspect, 'total') })),
    };
  });

const toRecord = <Value>(valueOf: (aspect: FidelityAspect) => Value): Readonly<Record<FidelityAspect, Value>> => ({
  words: valueOf('words'),
  codeLines: valueOf('codeLines'),
  cells: valueOf('cells'),
  links: valueOf('links'),
});
