/**
 * Like `Promise.all`, but fails only after every promise has ended: what goes on after a Forge invocation has returned
 * may be resumed inside another one, or never.
 *
 * @see https://developer.atlassian.com/platform/forge/runtime-reference/nodejs-runtime/
 */
export const awaitAll = async <T extends readonly unknown[] | []>(
  promises: T,
): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }> => {
  await Promise.allSettled(promises);
  return Promise.all(promises);
};
