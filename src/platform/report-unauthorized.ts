import type { UnauthorizedCause } from '../door/signed-request';

/** Writes a failed authentication to the log: why, and nothing of the request. */
export const reportUnauthorized = (cause: UnauthorizedCause): void => {
  // eslint-disable-next-line no-console
  console.warn(JSON.stringify({ event: 'unauthorized', cause }));
};
