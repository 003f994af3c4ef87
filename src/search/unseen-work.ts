/** What a search does that its reply never tells: its numbers would say something about what is closed. */
export type UnseenWork = {
  /** Counts content that the gate held back. */
  readonly heldBack: (count: number) => void;
  readonly heldBackCount: () => number;
  /** Takes one of the calls that may be made in place of content held back; says whether there was one left. */
  readonly takeCall: () => boolean;
  readonly calls: () => number;
};

/** @param spareCalls calls beyond those that the reply tells of */
export const createUnseenWork = (spareCalls: number): UnseenWork => {
  let heldBack = 0;
  let calls = 0;
  return {
    heldBack: (count) => {
      heldBack += count;
    },
    heldBackCount: () => heldBack,
    takeCall: () => {
      if (calls >= spareCalls) return false;
      calls += 1;
      return true;
    },
    calls: () => calls,
  };
};
