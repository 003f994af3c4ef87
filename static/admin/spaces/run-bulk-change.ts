import type { SetSpaces } from '../../../src/contract/administration-api';
import type { Asked } from '../../resolver/ask';
import type { BulkProgress, BulkSpace, FailedSpace } from './bulk-change';
import type { SpaceOutcome } from './is-set-spaces-answer';

type Ports = {
  readonly setSpaces: (payload: SetSpaces) => Promise<Asked<readonly SpaceOutcome[]>>;
  readonly onProgress: (progress: BulkProgress, outcomes: readonly SpaceOutcome[]) => void;
  readonly isStopped: () => boolean;
};

/** The most that `setSpaces` takes. */
const AT_A_TIME = 20;

/** What is refused as a whole so many times running would most likely go on being refused. */
const REFUSALS_THAT_END_IT = 2;

/** Opens or closes spaces, some at a time, until all are done, it is stopped, or nothing is accepted any more. */
export const runBulkChange = async (
  spaces: readonly BulkSpace[],
  enabled: boolean,
  { setSpaces, onProgress, isStopped }: Ports,
): Promise<BulkProgress> => {
  let progress: BulkProgress = { enabled, total: spaces.length, changed: 0, failed: [], left: spaces };
  let refusals = 0;
  while (progress.left.length > 0 && refusals < REFUSALS_THAT_END_IT && !isStopped()) {
    const some = progress.left.slice(0, AT_A_TIME);
    const asked = await setSpaces({ spaceIds: some.map(({ id }) => id), enabled });
    refusals = asked.kind === 'failed' ? refusals + 1 : 0;
    const outcomes = asked.kind === 'failed' ? [] : asked.answer;
    const failed =
      asked.kind === 'failed' ? some.map((space) => ({ ...space, failure: asked.failure })) : toFailed(some, outcomes);
    progress = {
      ...progress,
      changed: progress.changed + some.length - failed.length,
      failed: [...progress.failed, ...failed],
      left: progress.left.slice(AT_A_TIME),
    };
    onProgress(progress, outcomes);
  }
  return progress;
};

/** A space that the answer does not tell of was not changed, as far as anybody knows. */
const toFailed = (some: readonly BulkSpace[], outcomes: readonly SpaceOutcome[]): readonly FailedSpace[] =>
  some.flatMap((space): readonly FailedSpace[] => {
    const outcome = outcomes.find(({ id }) => id === space.id);
    const failure = outcome === undefined ? 'no-answer' : outcome.refused;
    return failure === undefined ? [] : [{ ...space, failure }];
  });
