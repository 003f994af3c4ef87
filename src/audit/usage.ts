/** Searches of one day in UTC, `YYYY-MM-DD`. */
export type DayCount = { readonly day: string; readonly searches: number };

/** How much the app is used. Days without use are left out. */
export type Usage = {
  /** Newest first, at most {@link USAGE_DAYS}. Searches of key holders that were admitted, whatever they found; exact. */
  readonly days: readonly DayCount[];
  /** Key id → the last day on which a request of its holder was admitted. */
  readonly lastUsed: ReadonlyMap<string, string>;
};

/** Reads the counts of use. Not for decisions. */
export interface UsageReader {
  /** @throws {StorageUnavailable} */
  readUsage(): Promise<Usage>;
  /**
   * Searches that returned an excerpt of the space, newest day first, at most {@link USAGE_DAYS}: sampled, so approximate.
   *
   * @throws {StorageUnavailable}
   */
  readSpaceUsage(spaceId: string): Promise<readonly DayCount[]>;
}

/** How long counts are kept. */
export const USAGE_DAYS = 30;
