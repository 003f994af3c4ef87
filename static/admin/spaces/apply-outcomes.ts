import type { AdminSpace } from '../../../src/contract/administration-api';
import type { SpaceOutcome } from './is-set-spaces-answer';

/**
 * The spaces as they stand after a change. Who opened one is not told: it may have been another admin, right before. A space
 * that was open already keeps its own.
 */
export const applyOutcomes = (
  spaces: readonly AdminSpace[],
  outcomes: readonly SpaceOutcome[],
): readonly AdminSpace[] => {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return spaces.map((space) => {
    const outcome = byId.get(space.id);
    return outcome === undefined ? space : applyOutcome(space, outcome);
  });
};

const applyOutcome = (space: AdminSpace, { open, optedInAt }: SpaceOutcome): AdminSpace => {
  if (open && space.open && (optedInAt === undefined || optedInAt === space.optedInAt)) return space;
  const { id, key, name, type, archived, exclusions } = space;
  return { id, key, name, type, archived, exclusions, open, ...(open && optedInAt !== undefined ? { optedInAt } : {}) };
};
