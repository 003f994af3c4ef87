import type { BenchMaterial } from './bench-material';
import type { Figure } from './figure';
import { measureConversion } from './measure-conversion';
import { measureHeap, type MemoryRuns } from './measure-heap';
import { measureLargeAnswer } from './measure-large-answer';
import { measureProcessMemory } from './measure-process-memory';
import { measureSearch, type Latencies } from './measure-search';

export type BenchPlan = {
  readonly material: BenchMaterial;
  /** Short pages, so that a thousand searches do not take minutes. */
  readonly memoryMaterial: BenchMaterial;
  readonly conversionRounds: number;
  readonly largeAnswerRounds: number;
  readonly searches: number;
  readonly latencies: Latencies;
  readonly memoryRuns: MemoryRuns;
};

/** Takes every figure, one after the other. Those of processor time come first, while nothing else runs in the process. */
export const runBench = async (plan: BenchPlan, tellProgress: (what: string) => void): Promise<readonly Figure[]> => {
  const { material, memoryMaterial, memoryRuns } = plan;
  tellProgress('conversion');
  const conversion = measureConversion(material, plan.conversionRounds);
  tellProgress('a large answer');
  const largeAnswer = measureLargeAnswer(material, plan.largeAnswerRounds);
  tellProgress('memory');
  const heap = await measureHeap(memoryMaterial, memoryRuns);
  tellProgress('memory of the process');
  const processMemory = await measureProcessMemory(memoryMaterial, memoryRuns);
  tellProgress('searches');
  const search = await measureSearch(material, plan);
  return [...conversion, ...largeAnswer, ...search, ...heap, ...processMemory];
};
