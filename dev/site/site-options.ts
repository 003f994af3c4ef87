/** How a local site is set up: the options of `npm start`, as values. */
export type SiteOptions = {
  /** Folders and `.jsonl` files; empty: the sample content. */
  readonly contentPaths: readonly string[];
  /** Which spaces start opted in; absent: as the content says. */
  readonly open?: 'all' | 'none' | readonly string[];
  /** 0 takes a free port. */
  readonly port: number;
  readonly latencyMs: number;
  readonly kvsLatencyMs: number;
  readonly indexLagMs: number;
  /** Requests a minute; 0: no limit of the app's; absent: the app's default. */
  readonly requestsPerMinute?: number;
  /** Base64 of 32 to 64 bytes; absent: the app makes one. */
  readonly secret?: string;
  readonly stateFile?: string;
  readonly siteSearch: boolean;
  /** Folder with Forge's own bundle of the functions; absent: bundled in memory. */
  readonly bundle?: string;
};

export const DEFAULT_SITE_OPTIONS: SiteOptions = {
  contentPaths: [],
  port: 0,
  latencyMs: 0,
  kvsLatencyMs: 0,
  indexLagMs: 0,
  siteSearch: false,
};
