import { awaitAll } from '../fence/await-all';
import type { CallMeter } from './call-meter';
import { ConfluenceFailure } from './confluence-failure';
import type { SpaceDirectory } from './confluence-ports';

/** Spaces asked about at most: the answer costs a point for each. */
const MAX_SILENT_SPACES = 25;

export type Silence = {
  /** Archived or gone: no longer available, whatever the registry says. */
  readonly unavailable: ReadonlySet<string>;
  /** Closed to the app by an app access rule. */
  readonly blocked: ReadonlySet<string>;
  /** Confluence did not say. */
  readonly isUnknown: boolean;
};

export type ExplainPorts = {
  readonly directory: SpaceDirectory;
  readonly meter: CallMeter;
  /** Calls that this request may still make. */
  readonly callsLeft: number;
};

const NOTHING: Silence = { unavailable: new Set(), blocked: new Set(), isUnknown: false };

/**
 * Finds out why open spaces gave nothing, with the calls that are left: first whether they are still there, then
 * whether they are blocked. A failure explains nothing and spoils nothing, but is told.
 */
export const explainSilence = async (
  spaceIds: readonly string[],
  { directory, meter, callsLeft }: ExplainPorts,
): Promise<Silence> => {
  const ids = spaceIds.slice(0, MAX_SILENT_SPACES);
  if (ids.length === 0 || callsLeft < 1) return NOTHING;
  const ask = async <T>(call: () => Promise<T>): Promise<T | undefined> => {
    meter.spent(1 + ids.length);
    try {
      return await call();
    } catch (error) {
      if (error instanceof ConfluenceFailure) return undefined;
      throw error;
    }
  };
  const [described, blocked] = await awaitAll([
    ask(() => directory.findById(ids)),
    callsLeft < 2 ? undefined : ask(() => directory.findBlocked(ids)),
  ]);
  const current = described?.filter(({ status }) => status === 'current').map(({ id }) => id);
  return {
    unavailable: new Set(current === undefined ? [] : ids.filter((id) => !current.includes(id))),
    blocked: blocked ?? NOTHING.blocked,
    isUnknown: described === undefined || (callsLeft >= 2 && blocked === undefined),
  };
};
