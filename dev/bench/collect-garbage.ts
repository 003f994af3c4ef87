import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Frees what nothing holds any more, in this thread. */
export const collectGarbage = (): void => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  // A second time for what finalizers have let go of.
  for (let time = 0; time < 2; time += 1) if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
};
