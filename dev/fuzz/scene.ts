import { createDice } from './dice';

/** How the site is set while a number of requests come in. */
export type Scene = {
  /** Keys. */
  readonly open: readonly string[];
  readonly paused: boolean;
  /** 0: none. */
  readonly limits: { readonly requestsPerMinute: number; readonly pointsPerHour: number };
  readonly caps: { readonly maxResults: number; readonly maxChars: number };
  /** How far the clock is moved on before, and between two requests. */
  readonly jumpMs: number;
  readonly stepMs: number;
};

const NO_LIMITS = { requestsPerMinute: 0, pointsPerHour: 0 } as const;
const NO_CAPS = { maxResults: 25, maxChars: 50_000 } as const;
const HOUR_MS = 3_600_000;

type Spaces = {
  /** Open as long as anything is. */
  readonly always: readonly string[];
  /** Opened and closed in turn. */
  readonly switched: string;
};

/** The setting of a part of a run: limits in one of eight, so that most requests are not refused for them. */
export const writeScene = (seed: number, part: number, { always, switched }: Spaces): Scene => {
  const dice = createDice(~seed, part);
  const limited = dice.chance(0.125);
  return {
    open: dice.chance(0.03) ? [] : dice.chance(0.5) ? always : [...always, switched],
    paused: dice.chance(0.03),
    limits: limited ? { requestsPerMinute: dice.pick([1, 7, 60]), pointsPerHour: dice.pick([0, 60, 2000]) } : NO_LIMITS,
    caps: dice.chance(0.2) ? { maxResults: dice.pick([1, 3]), maxChars: dice.pick([500, 5000]) } : NO_CAPS,
    jumpMs: dice.between(1, 12) * HOUR_MS,
    // Slow enough for the storage calls that Forge allows in a minute, and fast enough to reach the limit.
    stepMs: limited ? 300 : 1000,
  };
};
