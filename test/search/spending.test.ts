import { describe, expect, it } from '@jest/globals';
import { ConfluenceFailure } from '../../src/search/confluence-failure';
import { createSpending } from '../../src/search/spending';

const open = ({ reserved = 26, allowed = Infinity, deadlineMs = 25_000 } = {}) => {
  let now = 0;
  const more: number[] = [];
  const spending = createSpending({
    reserved,
    reserveMore: (points) => {
      more.push(points);
      return Promise.resolve(points > allowed ? 1800 : undefined);
    },
    now: () => now,
    deadlineMs,
  });
  const passMs = (ms: number): void => {
    now += ms;
  };
  return { spending, more, passMs };
};

describe('createSpending', () => {
  it('makes the first call with what was put by, and gives back what it did not cost', async () => {
    const { spending, more } = open();
    await spending.call(26, () => Promise.resolve());
    spending.meter.spent(6);
    expect(more).toEqual([]);
    expect(spending.unspent()).toBe(20);
  });

  it('puts by only what is missing for a further call, before it is made', async () => {
    const { spending, more } = open();
    await spending.call(26, () => Promise.resolve());
    spending.meter.spent(6);
    await spending.call(26, () => {
      expect(more).toEqual([6]);
      return Promise.resolve();
    });
  });

  it('puts by for calls made at once as if each were alone', async () => {
    const { spending, more } = open();
    await Promise.all([26, 26, 26].map((points) => spending.call(points, () => Promise.resolve())));
    expect(more).toEqual([26, 26]);
  });

  it('does not make a call that the limit does not allow, and says when it will', async () => {
    const { spending } = open({ allowed: 3 });
    const failure: unknown = await spending.call(40, () => Promise.reject(new Error('made'))).catch((e: unknown) => e);
    expect(failure).toEqual(new ConfluenceFailure('rate-limited'));
    expect(failure).toMatchObject({ retryAfter: 1800 });
    expect(spending.unspent()).toBe(26);
  });

  it('gives each call what is left of the time, 15 seconds at most', async () => {
    const { spending, passMs } = open();
    const given: number[] = [];
    const call = () =>
      spending.call(0, (timeoutMs) => {
        given.push(timeoutMs);
        passMs(8000);
        return Promise.resolve();
      });
    for (let index = 0; index < 3; index += 1) await call();
    expect(given).toEqual([15_000, 15_000, 9000]);
  });

  it('does not make a call that would begin too late', async () => {
    const { spending, passMs } = open();
    passMs(24_500);
    const failure: unknown = await spending.call(1, () => Promise.reject(new Error('made'))).catch((e: unknown) => e);
    expect(failure).toEqual(new ConfluenceFailure('unavailable'));
  });

  it('takes a call without an answer for one that cost all it could', async () => {
    const { spending } = open();
    await spending.call(26, () => Promise.reject(new ConfluenceFailure('unavailable'))).catch(() => undefined);
    expect(spending.unspent()).toBe(0);
    const answered = open().spending;
    await answered.call(26, () => Promise.reject(new ConfluenceFailure('unavailable', 503))).catch(() => undefined);
    expect(answered.unspent()).toBe(26);
  });
});
