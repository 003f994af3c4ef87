const INTERVAL_MS = 1_000;

/** Says on standard error, once a second at most, how much of a long work is done. */
export const createProgress = (what: string, total: number): (() => void) => {
  let done = 0;
  let saidAt = Date.now();
  return () => {
    done += 1;
    if (Date.now() - saidAt < INTERVAL_MS) return;
    saidAt = Date.now();
    process.stderr.write(`${what} ${done} of ${total}\n`);
  };
};
