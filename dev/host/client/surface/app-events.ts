import type { RemoteFunction } from '../bridge/parcel';

const listeners = new Map<string, Set<RemoteFunction>>();

/** Events of the app within this page: all of its frames hear them. */
export const onAppEvent = (event: string, callback: RemoteFunction): (() => void) => {
  const known = listeners.get(event) ?? new Set();
  listeners.set(event, known.add(callback));
  return () => {
    known.delete(callback);
  };
};

export const emitAppEvent = (event: string, payload: unknown): void => {
  for (const callback of listeners.get(event) ?? []) void callback(payload);
};
