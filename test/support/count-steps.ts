import { Session } from 'node:inspector';
import { sep } from 'node:path';

type Coverage = {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
};

/**
 * Counts how often the functions, branches and loop bodies of the files below a folder (`src/excerpts`) run during a
 * piece of work, as V8 counts them for test coverage: steps instead of seconds, the same on every machine. What built-in
 * functions do inside is not counted.
 */
export const countSteps = (folder: string, work: () => void): number => {
  const session = new Session();
  session.connect();
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    work();
    let steps = 0;
    session.post('Profiler.takePreciseCoverage', (_error, coverage: Coverage) => {
      const counted = coverage.result.filter(({ url }) => url.includes(folder.replaceAll('/', sep)));
      steps = counted
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
        .reduce((sum, count) => sum + count, 0);
    });
    return steps;
  } finally {
    session.post('Profiler.stopPreciseCoverage');
    session.disconnect();
  }
};
