import { randomBytes } from 'node:crypto';
import { NO_EXCLUSIONS } from '../../src/fence/exclusions';
import { parseSearchAnswer } from '../../src/search/parse-search-answer';
import { createCallMeter } from '../../src/search/call-meter';
import { createSearch } from '../../src/search/search';
import { createStageTimes } from '../../src/search/stage-times';
import type { BenchMaterial } from './bench-material';
import { collectGarbage } from './collect-garbage';
import type { Figure } from './figure';
import { writeSearchAnswer } from './search-answer';
import { toSearchRequest } from './search-request';

const CANDIDATES = 25;
const BODY_CHARACTERS = 1500;

export type MemoryRuns = {
  /** Searches after which memory is looked at for the first time, and for the last. */
  readonly before: number;
  readonly after: number;
};

const heapBytes = (): number => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

/**
 * The heap that stays after many searches. These run in this thread, without the app's worker and the platform around it:
 * everything from the answer of a Confluence in memory to the reply, without latency.
 */
export const measureHeap = async (
  { pages, queries }: BenchMaterial,
  { before, after }: MemoryRuns,
): Promise<readonly Figure[]> => {
  const text = writeSearchAnswer(pages, { count: CANDIDATES, size: BODY_CHARACTERS });
  const none = () => Promise.reject(new Error('no search of this benchmark asks about spaces'));
  const search = createSearch({
    searchContent: () => Promise.resolve(parseSearchAnswer(JSON.parse(text))),
    directory: { findByName: none, findById: none, findBlocked: () => Promise.resolve(new Set()) },
    now: Date.now,
    randomBytes,
  });
  const fence = {
    open: new Map([['1', { key: 'BENCH', exclusions: NO_EXCLUSIONS }]]),
    siteExclusions: NO_EXCLUSIONS,
  };
  const cursorSecret = randomBytes(32).toString('base64');
  const searchMany = async (from: number, to: number): Promise<void> => {
    for (let asked = from; asked < to; asked += 1) {
      const request = toSearchRequest(queries[asked % queries.length] ?? '');
      const times = createStageTimes(Date.now);
      const outcome = await search({ request, fence, cursorSecret, meter: createCallMeter(), times });
      if (outcome.kind !== 'found') throw new Error(`a search ended with ${outcome.kind}`);
    }
  };
  await searchMany(0, before);
  const bytesBefore = heapBytes();
  await searchMany(before, after);
  const bytesAfter = heapBytes();
  return [
    {
      name: 'heap-after-searches-against-before',
      value: bytesAfter / bytesBefore,
      unit: 'times',
      about: `heap after ${after} searches in this thread, without platform and latency / after ${before}`,
      details: {
        megabytesBefore: bytesBefore / 1e6,
        megabytesAfter: bytesAfter / 1e6,
        bytesMoreASearch: (bytesAfter - bytesBefore) / (after - before),
      },
    },
  ];
};
