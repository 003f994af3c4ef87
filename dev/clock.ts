/** The time that the app and the stand-in see. It runs like the machine's, and can be moved on. */
export type Clock = {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly advance: (ms: number) => void;
  /** How far the clock has been moved on, in milliseconds. */
  readonly offsetMs: () => number;
};

/** Makes a clock that starts at the machine's time; `machineNow` is replaced in tests. */
export const createClock = (machineNow: () => number = Date.now): Clock => {
  let offset = 0;
  return {
    now: () => machineNow() + offset,
    advance: (ms) => {
      offset += ms;
    },
    offsetMs: () => offset,
  };
};
