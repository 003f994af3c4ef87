import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import { createRefusedCase, REFUSALS, type Refusal } from './refusal';
import { createRefusingDoor } from './create-refusing-door';

export type TimingPlan = {
  /** Of each kind of refusal; as many again are made first and not counted. */
  readonly samples: number;
  /** The middle of the latency of storage; 0 for none at all. */
  readonly latencyMs: number;
  readonly bodyBytes: number;
  /** Work that one kind of refusal does on top, to see whether it would be found. */
  readonly leakUs: number;
};

type Ports = { readonly random: () => number; readonly onRound?: (done: number, all: number) => void };

const WARM_UP_ROUNDS = 1000;

const LEAKING: Refusal = 'expired key';

const shuffle = <T>(values: readonly T[], random: () => number): readonly T[] =>
  values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);

/** Waits as long as storage would: from half the middle up to far above it, to the microsecond. */
const createLatency = (latencyMs: number, random: () => number) => async (): Promise<void> => {
  if (latencyMs === 0) return;
  const due = performance.now() + latencyMs * (0.5 - 0.5 * Math.log2(1 - random()));
  await delay(Math.max(1, due - performance.now() - 1));
  while (performance.now() < due) await setImmediate();
};

const work = (us: number): void => {
  const end = performance.now() + us / 1000;
  while (performance.now() < end);
};

/**
 * Times refusals in microseconds, from the request to the reply: one of each kind a round, in an order drawn anew each
 * time, so that whatever else the machine does befalls all alike.
 */
export const measureRefusals = async (
  { samples, latencyMs, bodyBytes, leakUs }: TimingPlan,
  { random, onRound }: Ports,
): Promise<ReadonlyMap<Refusal, readonly number[]>> => {
  const nowMs = Date.now();
  const latency = createLatency(latencyMs, random);
  const cases = REFUSALS.map((refusal) => {
    const { storedRing, request } = createRefusedCase(refusal, { nowMs, bodyBytes });
    const handle = createRefusingDoor(storedRing, { nowMs, latency });
    const timesUs: number[] = [];
    return { refusal, request, handle, timesUs };
  });
  const warmUp = Math.min(samples, WARM_UP_ROUNDS);
  for (let round = -warmUp; round < samples; round += 1) {
    for (const { refusal, request, handle, timesUs } of shuffle(cases, random)) {
      const sent = request();
      const startedAt = performance.now();
      const { status } = await handle(sent);
      if (refusal === LEAKING && leakUs > 0) work(leakUs);
      const us = (performance.now() - startedAt) * 1000;
      if (status !== 401) throw new Error(`${refusal} was answered with ${status}`);
      if (round >= 0) timesUs.push(us);
    }
    onRound?.(round + warmUp + 1, samples + warmUp);
  }
  return new Map(cases.map(({ refusal, timesUs }) => [refusal, timesUs]));
};
