import { STAGES, type Stage } from '../../src/search/stage-times';

/** Milliseconds of each stage in a `server-timing` header; 0 for a stage that it does not name. */
export const parseServerTiming = (header: string): Readonly<Record<Stage, number>> => {
  const spent = new Map(
    [...header.matchAll(/(\w+);dur=([\d.]+)/g)].map(([, stage = '', ms]) => [stage, Number(ms)] as const),
  );
  const msOf = (stage: Stage): number => spent.get(stage) ?? 0;
  const [auth, registry, confluence, extract] = STAGES;
  return {
    auth: msOf(auth),
    registry: msOf(registry),
    confluence: msOf(confluence),
    extract: msOf(extract),
  };
};
