import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FIGURE_NAMES, type Figure } from '../../../dev/bench/figure';
import { FLOORS, judge } from '../../../dev/bench/floors';
import { runBench } from '../../../dev/bench/run-bench';
import { median, quantile } from '../../../dev/bench/statistics';
import { writeSyntheticMaterial } from '../../../dev/bench/synthetic-pages';
import { parseBenchArguments } from '../../../dev/cli/parse-bench-arguments';
import { printFigures } from '../../../dev/cli/print-figures';
import { UsageError } from '../../../dev/cli/usage-error';
import { parseStorage } from '../../../src/excerpts/parse-storage';

const figure = (overrides: Partial<Figure> = {}): Figure => ({
  name: 'conversion-speed-against-turndown',
  value: 5,
  unit: 'times',
  about: 'theirs / ours',
  details: { ourMegabytesPerSecond: 12.3456 },
  ...overrides,
});

const capture = (print: () => number) => {
  const out: string[] = [];
  const err: string[] = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err.push(text.toString());
    return true;
  });
  const status = print();
  return { status, out: out.join('\n'), err: err.join('') };
};

describe('runBench', () => {
  const figures: Figure[] = [];
  const progress: string[] = [];
  const valueOf = (name: Figure['name']): number | undefined => figures.find((each) => each.name === name)?.value;

  beforeAll(async () => {
    const material = writeSyntheticMaterial({ pages: 6, blocks: [2, 4] });
    const plan = {
      material,
      memoryMaterial: material,
      conversionRounds: 1,
      largeAnswerRounds: 1,
      searches: 2,
      latencies: { confluenceMs: 5, kvsMs: 1 },
      memoryRuns: { before: 1, after: 2 },
    };
    figures.push(...(await runBench(plan, (what) => progress.push(what))));
  });

  it('takes every figure once, each a number with what it was made from', () => {
    expect(figures.map(({ name }) => name).sort()).toEqual([...FIGURE_NAMES].sort());
    expect(figures.filter(({ value }) => !(Number.isFinite(value) && value >= 0))).toEqual([]);
    expect(figures.flatMap(({ details }) => Object.values(details)).filter((each) => !Number.isFinite(each))).toEqual(
      [],
    );
    expect(progress.length).toBeGreaterThan(3);
  });

  it('counts what requests cost', () => {
    expect(valueOf('search-confluence-calls')).toBeGreaterThanOrEqual(1);
    expect(valueOf('refused-confluence-calls')).toBe(0);
    expect(valueOf('refused-storage-writes')).toBe(0);
    expect(valueOf('refused-storage-calls-against-search')).toBeLessThan(0.2);
  });
});

describe('judge', () => {
  it.each([
    [{ atLeast: 5 }, 5, true],
    [{ atLeast: 5 }, 4.99, false],
    [{ atMost: 5 }, 5, true],
    [{ atMost: 5 }, 5.01, false],
    [{ atMost: 5 }, Number.NaN, false],
  ])('holds a value against %j: %d', (floor, value, met) => {
    const floors = { ...FLOORS, 'conversion-speed-against-turndown': floor };
    expect(judge(figure({ value }), floors)).toMatchObject({ floor, met });
  });
});

describe('printFigures', () => {
  const kept = judge(figure(), FLOORS);
  const missed = judge(figure({ name: 'answer-ms-beyond-json-parse', value: 1234.5, unit: 'ms' }), FLOORS);

  it('ends with 0 when every floor is kept, and with 1 and its name when one is missed', () => {
    expect(capture(() => printFigures([kept], false))).toMatchObject({ status: 0, err: '' });
    const { status, out, err } = capture(() => printFigures([missed, kept], false));
    expect(status).toBe(1);
    expect(err).toBe('missed: answer-ms-beyond-json-parse is 1230 ms, to be at most 200\n');
    expect(out).toContain('MISSED  answer-ms-beyond-json-parse');
    expect(out).toContain('ok      conversion-speed-against-turndown  5 times  at least 4');
    expect(out).toContain('our megabytes per second 12.3');
  });

  it('prints one object with --json, and the status is the same', () => {
    const { status, out } = capture(() => printFigures([kept, missed], true));
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({ met: false, figures: [kept, missed] });
  });
});

describe('parseBenchArguments', () => {
  it('reads the options and refuses others', () => {
    expect(parseBenchArguments([])).toEqual({ json: false });
    expect(parseBenchArguments(['--data', 'pages', '--json'])).toEqual({ json: true, folder: 'pages' });
    expect(() => parseBenchArguments(['--fast'])).toThrow(UsageError);
  });
});

describe('writeSyntheticMaterial', () => {
  it('makes the same well-formed pages at each run', () => {
    const material = writeSyntheticMaterial({ pages: 20, blocks: [20, 40] });
    expect(writeSyntheticMaterial({ pages: 20, blocks: [20, 40] })).toEqual(material);
    const documents = material.pages.map(({ storage }) => parseStorage(storage));
    expect(documents.every(({ complete }) => complete)).toBe(true);
    expect([...new Set(documents.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)))].sort()).toEqual([
      'code',
      'heading',
      'list-item',
      'panel',
      'paragraph',
      'table',
    ]);
  });
});

describe('quantile', () => {
  it('takes the nearest rank, and the middle one for the median', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.95)).toBe(5);
    expect(median([5, 1, 4, 2, 3])).toBe(3);
    expect(quantile([], 0.5)).toBeNaN();
  });
});
