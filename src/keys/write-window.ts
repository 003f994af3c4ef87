/** Longer than any resolver function runs (25 s). */
export const WRITE_WITHIN_MS = 30_000;

/** Whether there is still time to write; to be asked right before each write. */
export type MayWrite = () => boolean;

/**
 * Begins the time in which a function writes, when it is called. What goes on after a Forge invocation has returned may be
 * resumed in another one, by when somebody else may have been told the opposite of what it would write.
 *
 * @param now milliseconds since the epoch
 */
export const openWriteWindow = (now: () => number): MayWrite => {
  const endsAtMs = now() + WRITE_WITHIN_MS;
  return () => now() < endsAtMs;
};
