import { NodeHtmlMarkdown } from 'node-html-markdown';
import TurndownService from 'turndown';
import type { BenchMaterial, BenchPage } from './bench-material';
import { compareProcessorTime } from './compare-processor-time';
import type { Figure } from './figure';
import { loadShippedExcerpts } from './load-shipped-excerpts';
import { parseBenchQueries } from './parse-bench-queries';
import { toSearchRequest } from './search-request';
import { median, ratios } from './statistics';

/** Candidates of an ordinary search. */
const BATCH = 25;

const toBatches = (pages: readonly BenchPage[]): readonly (readonly BenchPage[])[] =>
  Array.from({ length: Math.ceil(pages.length / BATCH) }, (_, batch) =>
    pages.slice(batch * BATCH, (batch + 1) * BATCH),
  );

type Excerpts = ReturnType<typeof loadShippedExcerpts>;

const createSelectPassages = (
  { pages, queries }: BenchMaterial,
  { rankPages, spendBudget }: Excerpts,
): (() => void) => {
  const batches = toBatches(pages);
  const terms = parseBenchQueries(queries);
  const budget = toSearchRequest('any');
  let asked = 0;
  return () => {
    for (const batch of batches) {
      const query = terms[asked++ % terms.length];
      if (query !== undefined) spendBudget(rankPages(batch, query).slice(0, budget.limit), budget);
    }
  };
};

/**
 * Processor time of conversion to Markdown as it ships, and of conversion with the choice of passages, against two published
 * converters with their default settings on the same bodies. They know nothing of macros and drop what stands in them,
 * so they have less to do.
 */
export const measureConversion = (material: BenchMaterial, rounds: number): readonly Figure[] => {
  const bodies = material.pages.map(({ storage }) => storage);
  const megabytes = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0) / 1e6;
  const excerpts = loadShippedExcerpts();
  const { layOutBlocks, parseStorage } = excerpts;
  const turndown = new TurndownService();
  const nodeHtmlMarkdown = new NodeHtmlMarkdown();
  const each = (convert: (storage: string) => unknown) => () => {
    for (const body of bodies) convert(body);
  };
  const timesOf = compareProcessorTime(
    {
      ours: each((storage) => layOutBlocks(parseStorage(storage).blocks.map((block) => ({ block })))),
      passages: createSelectPassages(material, excerpts),
      turndown: each((storage) => turndown.turndown(storage)),
      nodeHtmlMarkdown: each((storage) => nodeHtmlMarkdown.translate(storage)),
    },
    rounds,
  );
  const [ours, passages] = [timesOf('ours'), timesOf('passages')];
  const [turndownMs, nodeHtmlMarkdownMs] = [timesOf('turndown'), timesOf('nodeHtmlMarkdown')];
  const speed = (ms: readonly number[]): number => megabytes / (median(ms) / 1000);
  const details = (own: readonly number[], others: readonly number[]) => ({
    ourMegabytesPerSecond: speed(own),
    theirMegabytesPerSecond: speed(others),
    megabytes,
    rounds,
  });
  return [
    {
      name: 'conversion-speed-against-turndown',
      value: median(ratios(turndownMs, ours)),
      unit: 'times',
      about: 'storage format to Markdown, processor time: turndown / ours',
      details: details(ours, turndownMs),
    },
    {
      name: 'conversion-speed-against-node-html-markdown',
      value: median(ratios(nodeHtmlMarkdownMs, ours)),
      unit: 'times',
      about: 'storage format to Markdown, processor time: node-html-markdown / ours',
      details: details(ours, nodeHtmlMarkdownMs),
    },
    {
      name: 'selection-speed-against-turndown',
      value: median(ratios(turndownMs, passages)),
      unit: 'times',
      about: 'conversion, ranking and excerpts, processor time: turndown converting alone / ours',
      details: details(passages, turndownMs),
    },
  ];
};
