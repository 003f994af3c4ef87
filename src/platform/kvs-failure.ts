import { ForgeKvsAPIError } from '@forge/kvs';
import { StorageUnavailable } from '../fence/storage-unavailable';
import { pause } from './pause';

/** Codes of the key-value store that are answers, not failures. */
type ExpectedCode = 'KEY_CONFLICT' | 'CONDITIONAL_CHECK_FAILED';

/** Over a limit of the installation's storage: of calls a second, or of units a minute. Nothing was done. */
const OVER_LIMIT = ['RATE_LIMIT_EXCEEDED', 'TOO_MANY_REQUESTS'];

/** Milliseconds before a call that was over a limit is made again: past the second whose calls were too many. */
const PAUSES_MS = [300, 700, 1100];

const isCode = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof ForgeKvsAPIError && codes.includes(error.code);

/** Makes a call, and again after a while when there were too many in this second. */
const withPatience = async <T>(call: () => Promise<T>): Promise<T> => {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await call();
    } catch (error) {
      if (!isCode(error, OVER_LIMIT)) throw error;
      await pause(pauseMs);
    }
  }
  return call();
};

/** Runs a write that may lose a race; says whether it was made. @throws {StorageUnavailable} */
export const wroteUnless = async (
  expected: ExpectedCode,
  what: string,
  write: () => Promise<unknown>,
): Promise<boolean> => {
  try {
    await withPatience(write);
    return true;
  } catch (error) {
    if (isCode(error, [expected])) return false;
    throw new StorageUnavailable(what, { cause: error });
  }
};

/** Runs a storage call. @throws {StorageUnavailable} for whatever the SDK throws */
export const stored = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await withPatience(call);
  } catch (error) {
    throw new StorageUnavailable(what, { cause: error });
  }
};
