/** Counts the Confluence calls of one request, and what may be told of their cost. */
export type CallMeter = {
  /**
   * @param disclosedPoints what the call cost by the published formula (1 + 1 for each object), reckoned from what the
   *   caller may know: an answer about closed spaces costs as much as one about none
   */
  readonly spent: (disclosedPoints: number) => void;
  readonly calls: () => number;
  readonly points: () => number;
};

export const createCallMeter = (): CallMeter => {
  let calls = 0;
  let points = 0;
  return {
    spent: (disclosedPoints) => {
      calls += 1;
      points += disclosedPoints;
    },
    calls: () => calls,
    points: () => points,
  };
};
