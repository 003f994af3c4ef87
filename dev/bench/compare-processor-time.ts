/** Processor time of a piece of work in milliseconds, all threads of the process counted. */
const processorMs = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** What a process compiles it has compiled by then. */
const WARM_UP_ROUNDS = 3;

/**
 * Lets contenders do their work in turn, some times to get warm and then `rounds` times, so that whatever else the machine does
 * meets all of them.
 *
 * @returns milliseconds of one contender, by round
 */
export const compareProcessorTime = <Name extends string>(
  contenders: Readonly<Record<Name, () => void>>,
  rounds: number,
): ((name: Name) => readonly number[]) => {
  const times = new Map<string, readonly number[]>();
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    for (const [name, work] of Object.entries<() => void>(contenders)) {
      const ms = processorMs(work);
      times.set(name, round < 0 ? [] : [...(times.get(name) ?? []), ms]);
    }
  }
  return (name) => times.get(name) ?? [];
};
