import { setTimeout as delay } from 'node:timers/promises';
import * as v from 'valibot';
import type { CallRecord } from '../platform/proxy/call-log';
import type { BenchMaterial } from './bench-material';
import { startBenchSite, type BenchSite, type TimedAnswer } from './bench-site';
import type { Figure } from './figure';
import { parseServerTiming } from './parse-server-timing';
import { mean, median, quantile, ratios } from './statistics';

export type Latencies = {
  /** Milliseconds of each Confluence answer, and of each storage answer. */
  readonly confluenceMs: number;
  readonly kvsMs: number;
};

type Round = {
  readonly searched: TimedAnswer;
  readonly searchCalls: readonly CallRecord[];
  readonly bareMs: number;
  readonly refused: TimedAnswer;
  readonly refusedCalls: readonly CallRecord[];
};

const reply = v.object({ coverage: v.object({ points: v.number() }) });

const isConfluence = ({ to }: CallRecord): boolean => to === 'confluence';
const isStorage = ({ to }: CallRecord): boolean => to === 'kvs';
const isStorageWrite = (call: CallRecord): boolean => isStorage(call) && !/\/(?:get|query)$/.test(call.path);

/** The app's own call, with hits and bodies, made without the app. */
const callConfluence = async ({ site }: BenchSite, path: string, { confluenceMs }: Latencies): Promise<number> => {
  const authorization = `Basic ${Buffer.from('admin:').toString('base64')}`;
  const startedAt = performance.now();
  await delay(confluenceMs);
  const response = await fetch(`${site.url}${path}`, { headers: { authorization } });
  await response.text();
  if (!response.ok) throw new Error(`the bare Confluence call was answered with ${response.status}`);
  return performance.now() - startedAt;
};

const expectStatus = ({ status, text }: TimedAnswer, expected: number): void => {
  if (status !== expected)
    throw new Error(`a request was answered with ${status}, not ${expected}: ${text.slice(0, 200)}`);
};

const playRound = async (bench: BenchSite, query: string, latencies: Latencies): Promise<Round> => {
  const { platform } = bench.site;
  platform.clearCalls();
  const searched = await bench.search(query);
  expectStatus(searched, 200);
  const searchCalls = platform.calls();
  const bareMs = await callConfluence(bench, searchCalls.find(isConfluence)?.path ?? '/', latencies);
  platform.clearCalls();
  const refused = await bench.searchWithWrongKey(query);
  expectStatus(refused, 401);
  return { searched, searchCalls, bareMs, refused, refusedCalls: platform.calls() };
};

const searchFigures = (rounds: readonly Round[]): readonly Figure[] => {
  const searchMs = rounds.map(({ searched }) => searched.ms);
  const bareMs = rounds.map((round) => round.bareMs);
  const stages = rounds.map(({ searched }) => parseServerTiming(searched.serverTiming));
  const confluenceCalls = rounds.map(({ searchCalls }) => searchCalls.filter(isConfluence));
  const details = {
    searchMs: median(searchMs),
    searchP95Ms: quantile(searchMs, 0.95),
    bareCallMs: median(bareMs),
    authMs: median(stages.map(({ auth }) => auth)),
    registryMs: median(stages.map(({ registry }) => registry)),
    confluenceMs: median(stages.map(({ confluence }) => confluence)),
    extractMs: median(stages.map(({ extract }) => extract)),
    searches: rounds.length,
  };
  const about = 'a search over HTTP / the same Confluence call alone, with its latency, elapsed time';
  return [
    {
      name: 'search-time-against-one-call',
      value: median(ratios(searchMs, bareMs)),
      unit: 'times',
      about: `${about}: median`,
      details,
    },
    {
      name: 'search-p95-against-one-call',
      value: quantile(ratios(searchMs, bareMs), 0.95),
      unit: 'times',
      about: `${about}: 95 of 100 are below`,
      details,
    },
    {
      name: 'search-confluence-calls',
      value: mean(confluenceCalls.map(({ length }) => length)),
      unit: 'calls',
      about: 'Confluence calls a search, mean',
      details: {
        points: mean(confluenceCalls.map((calls) => calls.reduce((sum, { points }) => sum + points, 0))),
        pointsToldToTheCaller: mean(
          rounds.map(({ searched }) => v.parse(reply, JSON.parse(searched.text)).coverage.points),
        ),
        searches: rounds.length,
      },
    },
  ];
};

const refusalFigures = (rounds: readonly Round[]): readonly Figure[] => {
  const [searchMs, refusedMs] = [rounds.map(({ searched }) => searched.ms), rounds.map(({ refused }) => refused.ms)];
  const countOf = (
    isCounted: (call: CallRecord) => boolean,
    calls: keyof Pick<Round, 'searchCalls' | 'refusedCalls'>,
  ) => rounds.map((round) => round[calls].filter(isCounted).length);
  const [searchStorage, refusedStorage] = [countOf(isStorage, 'searchCalls'), countOf(isStorage, 'refusedCalls')];
  const requests = rounds.length;
  return [
    {
      name: 'refused-time-against-search',
      value: median(ratios(refusedMs, searchMs)),
      unit: 'times',
      about: 'a request with a wrong signature / a search, elapsed time over HTTP: median',
      details: { refusedMs: median(refusedMs), searchMs: median(searchMs), requests },
    },
    {
      name: 'refused-storage-calls-against-search',
      value: Math.max(...ratios(refusedStorage, searchStorage)),
      unit: 'times',
      about: 'storage calls of a request with a wrong signature / of a search: the most',
      details: { refusedCalls: Math.max(...refusedStorage), searchCalls: median(searchStorage), requests },
    },
    {
      name: 'refused-confluence-calls',
      value: Math.max(...countOf(isConfluence, 'refusedCalls')),
      unit: 'calls',
      about: 'Confluence calls of a request with a wrong signature: the most',
      details: { requests },
    },
    {
      name: 'refused-storage-writes',
      value: Math.max(...countOf(isStorageWrite, 'refusedCalls')),
      unit: 'calls',
      about: 'storage writes of a request with a wrong signature: the most',
      details: { searchWrites: Math.max(...countOf(isStorageWrite, 'searchCalls')), requests },
    },
  ];
};

/**
 * Whole requests over HTTP to a site with latencies: in turn a search, the Confluence call that it made alone, and the
 * same search signed with a wrong key. The first round is not counted.
 */
export const measureSearch = async (
  { pages, queries }: BenchMaterial,
  { searches, latencies }: { readonly searches: number; readonly latencies: Latencies },
): Promise<readonly Figure[]> => {
  const bench = await startBenchSite(pages, { latencyMs: latencies.confluenceMs, kvsLatencyMs: latencies.kvsMs });
  try {
    const rounds: Round[] = [];
    for (let round = 0; round <= searches; round += 1) {
      rounds.push(await playRound(bench, queries[round % queries.length] ?? '', latencies));
    }
    const [, ...counted] = rounds;
    return [...searchFigures(counted), ...refusalFigures(counted)];
  } finally {
    await bench.close();
  }
};
