import { NO_EXCLUSIONS, type Exclusions } from './exclusions';

/** Who may open a space. Every space admin may close theirs. */
export const OPENERS = ['space-admins', 'confluence-admins'] as const;
export type Opener = (typeof OPENERS)[number];

/** The most that one request gets, whatever it asks for. */
export type Caps = {
  /** Pages of a search: 1 to {@link MAX_RESULTS}. */
  readonly maxResults: number;
  /** Characters of Markdown in a reply: {@link MIN_CHARS} to {@link MAX_CHARS}. */
  readonly maxChars: number;
};

/** What the app may be asked for, and what that may cost; 0: the app sets no limit of its own. */
export type Limits = {
  readonly requestsPerMinute: number;
  /** Rate-limit points of Confluence. */
  readonly pointsPerHour: number;
};

/** What is open to whom. */
export type Rules = {
  readonly optInBy: Opener;
  /** Of every space, together with those of the space itself. */
  readonly exclusions: Exclusions;
  readonly caps: Caps;
};

/** What Confluence administrators have set for the whole site. */
export type Policy = Limits &
  Rules & {
    /** Nothing is searched. */
    readonly paused: boolean;
  };

export const MAX_REQUESTS_PER_MINUTE = 6000;
/** What Atlassian grants all installations of an app together. */
export const MAX_POINTS_PER_HOUR = 65_000;
export const MAX_RESULTS = 25;
export const MIN_CHARS = 500;
export const MAX_CHARS = 50_000;

/** The policy of a site where nothing was set yet. */
export const DEFAULT_POLICY: Policy = {
  paused: false,
  requestsPerMinute: 120,
  pointsPerHour: 5000,
  optInBy: 'space-admins',
  exclusions: NO_EXCLUSIONS,
  caps: { maxResults: MAX_RESULTS, maxChars: MAX_CHARS },
};

/**
 * Three records. Limits and rules are written as a whole, whatever is stored by then: whoever changes a part of them must
 * be the only one who does.
 */
export interface PolicyStore {
  /** @throws {StorageUnavailable} also for a record that is not a policy: a rule that cannot be read is not dropped */
  read(): Promise<Policy>;
  /** The pause that there is, each of which has its own name; `undefined` for none. */
  readPause(): Promise<string | undefined>;
  /** Begins a pause, in place of one that there may be. */
  writePause(name: string): Promise<void>;
  /** Ends this pause; says whether it was still the one that there is. */
  removePause(name: string): Promise<boolean>;
  writeLimits(limits: Limits): Promise<void>;
  writeRules(rules: Rules): Promise<void>;
}
