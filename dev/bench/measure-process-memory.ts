import type { BenchMaterial } from './bench-material';
import { startBenchSite } from './bench-site';
import { collectGarbage } from './collect-garbage';
import type { Figure } from './figure';
import type { MemoryRuns } from './measure-heap';

const rssBytes = (): number => {
  collectGarbage();
  return process.memoryUsage.rss();
};

/** Memory of the whole process over many searches through the running site, without latency: app, worker, stand-in. */
export const measureProcessMemory = async (
  { pages, queries }: BenchMaterial,
  { before, after }: MemoryRuns,
): Promise<readonly Figure[]> => {
  const bench = await startBenchSite(pages, {});
  try {
    const searchMany = async (from: number, to: number): Promise<void> => {
      for (let asked = from; asked < to; asked += 1) {
        const { status } = await bench.search(queries[asked % queries.length] ?? '');
        if (status !== 200) throw new Error(`a search was answered with ${status}`);
        // The site's record of calls grows by design.
        bench.site.platform.clearCalls();
      }
    };
    await searchMany(0, before);
    const bytesBefore = rssBytes();
    await searchMany(before, after);
    const bytesAfter = rssBytes();
    return [
      {
        name: 'rss-after-searches-against-before',
        value: bytesAfter / bytesBefore,
        unit: 'times',
        about: `memory of the whole process after ${after} searches over HTTP, without latency / after ${before}`,
        details: { megabytesBefore: bytesBefore / 1e6, megabytesAfter: bytesAfter / 1e6 },
      },
    ];
  } finally {
    await bench.close();
  }
};
