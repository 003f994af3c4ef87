import type { AdminSpace } from '../../../src/contract/settings-api';
import type { SpaceOutcome } from './is-set-spaces-answer';

/** The spaces as they stand after a change by the viewer. A space that was open already keeps who opened it. */
export const applyOutcomes = (
  spaces: readonly AdminSpace[],
  outcomes: readonly SpaceOutcome[],
  viewer: string | undefined,
): readonly AdminSpace[] => {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return spaces.map((space) => {
    const outcome = byId.get(space.id);
    return outcome === undefined ? space : applyOutcome(space, outcome, viewer);
  });
};

const applyOutcome = (space: AdminSpace, outcome: SpaceOutcome, viewer: string | undefined): AdminSpace => {
  const { optedInAt, optedInBy, ...rest } = space;
  if (!outcome.open) return { ...rest, open: false };
  if (space.open && optedInAt === outcome.optedInAt) return space;
  const by = outcome.refused === undefined && !space.open ? viewer : optedInBy;
  return {
    ...rest,
    open: true,
    ...(outcome.optedInAt === undefined ? {} : { optedInAt: outcome.optedInAt }),
    ...(by === undefined ? {} : { optedInBy: by }),
  };
};
