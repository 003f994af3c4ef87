import { describe, expect, it } from '@jest/globals';
import { createCallMeter } from '../../src/search/call-meter';
import { ConfluenceFailure } from '../../src/search/confluence-failure';
import type { DescribedSpace, SpaceDirectory } from '../../src/search/confluence-ports';
import { explainSilence } from '../../src/search/explain-silence';

const described = (id: string, status: string): DescribedSpace => ({
  id,
  key: id,
  name: id,
  type: 'global',
  status,
  url: '',
});

const directoryOf = (changes: Partial<SpaceDirectory> = {}): SpaceDirectory => ({
  findByName: () => Promise.resolve([]),
  findById: () => Promise.resolve([described('1', 'current'), described('2', 'archived')]),
  findBlocked: () => Promise.resolve(new Set(['1'])),
  ...changes,
});

describe('explainSilence', () => {
  it('tells archived and missing spaces from blocked ones, with two calls', async () => {
    const meter = createCallMeter();
    const silence = await explainSilence(['1', '2', '3'], { directory: directoryOf(), meter, callsLeft: 2 });
    expect([...silence.unavailable]).toEqual(['2', '3']);
    expect([...silence.blocked]).toEqual(['1']);
    expect([meter.calls(), meter.points()]).toEqual([2, 8]);
  });

  it('asks first whether the spaces are still there when one call is left', async () => {
    const meter = createCallMeter();
    const silence = await explainSilence(['1', '2'], { directory: directoryOf(), meter, callsLeft: 1 });
    expect([...silence.unavailable]).toEqual(['2']);
    expect(silence.blocked.size).toBe(0);
    expect(meter.calls()).toBe(1);
  });

  it('asks nothing when no call is left, or there is nothing to explain', async () => {
    const meter = createCallMeter();
    await explainSilence(['1'], { directory: directoryOf(), meter, callsLeft: 0 });
    await explainSilence([], { directory: directoryOf(), meter, callsLeft: 2 });
    expect(meter.calls()).toBe(0);
  });

  it('explains nothing when Confluence fails, and lets a defect through', async () => {
    const failing = (error: Error): SpaceDirectory => directoryOf({ findById: () => Promise.reject(error) });
    const ask = (directory: SpaceDirectory) =>
      explainSilence(['1'], { directory, meter: createCallMeter(), callsLeft: 1 });
    expect(await ask(failing(new ConfluenceFailure('unavailable')))).toMatchObject({ isUnknown: true });
    await expect(ask(failing(new TypeError('defect')))).rejects.toThrow('defect');
  });
});
