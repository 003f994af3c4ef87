import { describe, expect, it } from '@jest/globals';

import { toDailySeries } from '../../../static/searches/to-daily-series';

const NOW = Date.parse('2026-03-02T00:00:01.000Z');

describe('toDailySeries', () => {
  it('ends today and has thirty days, with a zero for those without searches', () => {
    const series = toDailySeries([{ day: '2026-03-01', searches: 4 }], NOW);
    expect(series).toHaveLength(30);
    expect(series[0]?.day).toBe('2026-02-01');
    expect(series.slice(-3)).toEqual([
      { day: '2026-02-28', searches: 0 },
      { day: '2026-03-01', searches: 4 },
      { day: '2026-03-02', searches: 0 },
    ]);
  });

  it('leaves out what is older', () => {
    expect(toDailySeries([{ day: '2026-01-31', searches: 4 }], NOW).some(({ searches }) => searches > 0)).toBe(false);
  });
});
