/** Counts things by name. */
export const createTally = (): {
  readonly add: (name: string) => void;
  /** Most frequent first. */
  readonly counts: () => ReadonlyMap<string, number>;
} => {
  const counts = new Map<string, number>();
  return {
    add: (name) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    counts: () => new Map([...counts].sort(([, a], [, b]) => b - a)),
  };
};
