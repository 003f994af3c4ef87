/** Counts of the searches that returned an excerpt of a space. Sampled, and not exact under concurrency. */
export interface SpaceUsageStore {
  /**
   * Counts one search for each space: two storage rounds. Of two at once one may be lost.
   *
   * @param weight how many searches this one stands for
   * @param day since the epoch
   * @throws {StorageUnavailable}
   */
  count(spaceIds: readonly string[], weight: number, day: number): Promise<void>;
}

/** One search of so many is counted, as that many. */
export const SAMPLED_SEARCHES = 4;
