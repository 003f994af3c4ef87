export const STAGES = ['auth', 'registry', 'confluence', 'extract'] as const;
export type Stage = (typeof STAGES)[number];

/** Adds up how long each stage of a request took. */
export type StageTimes = {
  readonly measure: <T>(stage: Stage, work: () => Promise<T>) => Promise<T>;
  readonly measureSync: <T>(stage: Stage, work: () => T) => T;
  /** The value of a `server-timing` header (W3C Server Timing), milliseconds. */
  readonly toHeader: () => string;
};

/** @param now milliseconds, from any origin */
export const createStageTimes = (now: () => number): StageTimes => {
  const spent = new Map<Stage, number>();
  const add = (stage: Stage, startedAt: number): void => {
    spent.set(stage, (spent.get(stage) ?? 0) + now() - startedAt);
  };
  return {
    measure: async (stage, work) => {
      const startedAt = now();
      try {
        return await work();
      } finally {
        add(stage, startedAt);
      }
    },
    measureSync: (stage, work) => {
      const startedAt = now();
      try {
        return work();
      } finally {
        add(stage, startedAt);
      }
    },
    toHeader: () => STAGES.map((stage) => `${stage};dur=${(spent.get(stage) ?? 0).toFixed(1)}`).join(', '),
  };
};
