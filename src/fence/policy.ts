/** What Confluence administrators have set for the whole site. */
export type Policy = {
  /** Nothing is searched. */
  readonly paused: boolean;
  /** 0: the app sets no limit of its own. */
  readonly requestsPerMinute: number;
};

export const DEFAULT_REQUESTS_PER_MINUTE = 120;
export const MAX_REQUESTS_PER_MINUTE = 6000;

/** Two records, so that two admins who change different things at once lose nothing. */
export interface PolicyStore {
  read(): Promise<Policy>;
  writePaused(paused: boolean): Promise<void>;
  writeRequestsPerMinute(requestsPerMinute: number): Promise<void>;
}
