import { ForgeKvsAPIError } from '@forge/kvs';
import { StorageUnavailable } from '../fence/storage-unavailable';

/** Codes of the key-value store that are answers, not failures. */
type ExpectedCode = 'KEY_CONFLICT' | 'CONDITIONAL_CHECK_FAILED';

/** Runs a write that may lose a race; says whether it was made. @throws {StorageUnavailable} */
export const wroteUnless = async (
  expected: ExpectedCode,
  what: string,
  write: () => Promise<unknown>,
): Promise<boolean> => {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && error.code === expected) return false;
    throw new StorageUnavailable(what, { cause: error });
  }
};

/** Runs a storage call. @throws {StorageUnavailable} for whatever the SDK throws */
export const stored = async <T>(what: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (error) {
    throw new StorageUnavailable(what, { cause: error });
  }
};
