import { describe, expect, it } from '@jest/globals';
import { createRandomNumbers } from '../../../dev/bench/random-numbers';
import { parseTimingArguments } from '../../../dev/cli/parse-timing-arguments';
import { UsageError } from '../../../dev/cli/usage-error';
import { createRefusingDoor } from '../../../dev/timing/create-refusing-door';
import { measureRefusals } from '../../../dev/timing/measure-refusals';
import { createRefusedCase, REFUSALS } from '../../../dev/timing/refusal';

const NOW = Date.UTC(2026, 0, 15, 9, 30);

describe('createRefusedCase', () => {
  it.each(REFUSALS)(
    'makes well-formed, fresh requests of the size asked for, refused for the cause: %s',
    async (name) => {
      const { storedRing, request } = createRefusedCase(name, { nowMs: NOW, bodyBytes: 300 });
      const [first, second] = [request(), request()];
      expect(Buffer.byteLength(first.body)).toBe(300);
      expect(first.body).not.toBe(second.body);
      const causes: string[] = [];
      const door = createRefusingDoor(storedRing, {
        nowMs: NOW,
        latency: () => Promise.resolve(),
        onRefused: (cause) => causes.push(cause),
      });
      expect((await door(first)).status).toBe(401);
      const expected = { 'no key yet': 'no-key', 'expired key': 'expired-key' } as const;
      expect(causes).toEqual([Object.entries(expected).find(([key]) => key === name)?.[1] ?? 'wrong-signature']);
    },
  );
});

describe('measureRefusals', () => {
  it('takes as many times of each kind as asked for, with latency and without', async () => {
    for (const latencyMs of [0, 1]) {
      const plan = { samples: 5, latencyMs, bodyBytes: 200, leakUs: 0 };
      const times = await measureRefusals(plan, { random: createRandomNumbers(1) });
      expect([...times.keys()]).toEqual([...REFUSALS]);
      for (const samples of times.values()) {
        expect(samples).toHaveLength(5);
        expect(Math.min(...samples)).toBeGreaterThan(latencyMs * 500);
      }
    }
  });

  it('lets one kind take longer when it is told to, so that the whole can be seen to fail', async () => {
    const plan = { samples: 5, latencyMs: 0, bodyBytes: 200, leakUs: 3000 };
    const times = await measureRefusals(plan, { random: createRandomNumbers(1) });
    expect(Math.min(...(times.get('expired key') ?? []))).toBeGreaterThan(3000);
  });
});

describe('parseTimingArguments', () => {
  it('takes numbers within bounds and nothing else', () => {
    expect(parseTimingArguments([])).toEqual({ samples: 4000, latencyMs: 2, leakUs: 0 });
    expect(parseTimingArguments(['--samples', '200', '--latency', '5', '--leak', '50'])).toEqual({
      samples: 200,
      latencyMs: 5,
      leakUs: 50,
    });
    for (const argv of [['--samples', '10'], ['--latency', '0'], ['--other'], ['more']]) {
      expect(() => parseTimingArguments(argv)).toThrow(UsageError);
    }
  });
});
